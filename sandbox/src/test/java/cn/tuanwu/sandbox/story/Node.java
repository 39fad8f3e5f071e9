package cn.tuanwu.sandbox.story;

import cn.tuanwu.sandbox.demo.Demo;
import cn.tuanwu.servers.Child;
import cn.tuanwu.servers.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;

/** One more bot beside a demo: its jar in a process of its own, with relays before its database and its platforms. */
final class Node implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port = Ports.free();
    private final Relay database;
    private final Relay platform;
    private final Child child;

    /** Begins to start it. */
    Node(Demo demo, String name, Startup startup) {
        Map<String, String> told = new HashMap<>(demo.told());
        URI store = URI.create(told.get("TUANWU_DB_URL").substring("jdbc:".length()));
        int platforms = URI.create(told.get("TUANWU_WECOM_API")).getPort();
        database = new Relay(0, store::getPort);
        platform = new Relay(0, () -> platforms);
        told.replace("TUANWU_DB_URL", "jdbc:" + through(store.toString(), database));
        for (String api : List.of("TUANWU_WECOM_API", "TUANWU_OA_API", "TUANWU_MINIAPP_API")) {
            told.computeIfPresent(api, (any, url) -> through(url, platform));
        }
        told.put("TUANWU_BOT_PORT", Integer.toString(port));
        told.put("TUANWU_DOCTOR", "false");
        told.put("TUANWU_QUIET", "00:00-00:00");
        Path home = House.HOME.resolve("sandbox/target/story");
        child = Child.start(name, home, home, startup.command(home), told);
    }

    private static String through(String url, Relay relay) {
        return url.replaceFirst("127\\.0\\.0\\.1:\\d+", "127.0.0.1:" + relay.port());
    }

    int port() {
        return port;
    }

    /** What stands in the rows it has claimed. */
    String owner() {
        return child.pid() + "@";
    }

    boolean isAlive() {
        return child.alive();
    }

    void awaitHealth() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> !child.alive() || isHealthy());
    }

    private boolean isHealthy() {
        HttpRequest question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HTTP.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** @param act with this node, when it reaches the point; the node waits at the point until that is done */
    void trap(Point point, AtomicBoolean sprung, Runnable act) {
        Relay relay = point.server == Point.Server.DATABASE ? database : platform;
        relay.set(new Relay.Trap(point.words, point.answer, act, sprung));
    }

    /** {@code kill -9}; returns when it is dead. */
    void kill() {
        ProcessHandle.of(child.pid()).ifPresent(ProcessHandle::destroyForcibly);
        child.exited().join();
    }

    /** Asks it to end and waits as long as it takes. */
    void end() {
        ProcessHandle.of(child.pid()).ifPresent(ProcessHandle::destroy);
        child.exited().join();
        close();
    }

    @Override
    public void close() {
        child.close();
        database.close();
        platform.close();
    }
}

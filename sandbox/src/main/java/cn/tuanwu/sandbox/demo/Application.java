package cn.tuanwu.sandbox.demo;

import cn.tuanwu.servers.Child;
import cn.tuanwu.servers.ServerFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** One of our two applications, run as its users run it: its jar in a JVM of its own, told everything by environment. */
record Application(String name, Path jar, int port) {

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    Child start(Path data, Map<String, String> environment) {
        return run(name, data, environment);
    }

    /** Runs one of its commands beside it, under a name and with a log of its own. */
    Child run(String as, Path data, Map<String, String> environment, String... arguments) {
        if (!Files.exists(jar)) {
            throw new ServerFailure("The file " + jar + " is missing: build it with ./mvnw -DskipTests package.");
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dtuanwu.data=" + data,
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        if (Runtime.version().feature() >= 24) {
            command.add("--sun-misc-unsafe-memory-access=allow");
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.add("-jar");
        command.add(jar.toString());
        command.addAll(List.of(arguments));
        return Child.start(as, data, data, command, environment);
    }

    /** Returns when the application says it is well, or when nobody wants to know any more. */
    void awaitHealth(Child child, BooleanSupplier unwanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!unwanted.getAsBoolean() && !healthy()) {
            if (!child.alive()) {
                throw ended(child);
            }
            if (System.nanoTime() > deadline) {
                throw new ServerFailure(
                        name + " is not well after " + PATIENCE.toSeconds() + " s; see " + child.log() + ".");
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    static ServerFailure ended(Child child) {
        return new ServerFailure(child.name() + " has ended, so everything was stopped; see " + child.log()
                + ", whose last line is: " + child.lastWords());
    }

    private boolean healthy() {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

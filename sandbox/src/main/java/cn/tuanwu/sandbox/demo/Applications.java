package cn.tuanwu.sandbox.demo;

import cn.tuanwu.servers.Child;
import cn.tuanwu.servers.Ports;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Our two applications, started at the same time. */
final class Applications implements AutoCloseable {

    static final String BOT = "bot";
    static final String API = "miniapp-api";
    static final String MENUS = "menus";

    private final Application bot;
    private final Application api;
    private final Path data;
    private final Progress progress;
    private final Map<String, Child> children = new HashMap<>();
    private volatile boolean stopping;

    Applications(Path home, Path data, Map<String, String> environment, Progress progress) {
        this.bot = new Application(BOT, home.resolve("bot/target/bot.jar"), port(environment, "TUANWU_BOT_PORT"));
        this.api = new Application(
                API, home.resolve("miniapp-api/target/miniapp-api.jar"), port(environment, "TUANWU_API_PORT"));
        this.data = data;
        this.progress = progress;
    }

    private static int port(Map<String, String> environment, String name) {
        return environment.containsKey(name) ? Options.port(environment.get(name)) : Ports.free();
    }

    int botPort() {
        return bot.port();
    }

    int apiPort() {
        return api.port();
    }

    CompletableFuture<Void> start(Map<String, String> told, Executor executor) {
        return CompletableFuture.allOf(
                CompletableFuture.runAsync(() -> start(bot, told), executor),
                CompletableFuture.runAsync(() -> start(api, told), executor));
    }

    void startBot(Map<String, String> told) {
        start(bot, told);
    }

    /** What an administrator does once: menus and the home page. Without them everything else works. */
    void makeMenus(Map<String, String> told) {
        try (Child command = bot.run(MENUS, data, told, "--menus")) {
            boolean made = command.exited().thenApply(Child::exitCode).join() == 0;
            progress.reached(made ? "The chats have their menus" : "The menus were not made; see " + command.log());
        }
    }

    private void start(Application application, Map<String, String> told) {
        Child child;
        synchronized (children) {
            if (stopping) {
                return;
            }
            child = application.start(data, told);
            children.put(application.name(), child);
        }
        application.awaitHealth(child, () -> stopping);
        progress.reached(application.name() + " is well on port " + application.port());
    }

    List<Child> children() {
        synchronized (children) {
            return new ArrayList<>(children.values());
        }
    }

    Child bot() {
        synchronized (children) {
            return children.get(BOT);
        }
    }

    @Override
    public void close() {
        stopping = true;
        children().parallelStream().forEach(Child::close);
    }
}

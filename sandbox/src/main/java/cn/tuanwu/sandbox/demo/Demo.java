package cn.tuanwu.sandbox.demo;

import cn.tuanwu.sandbox.PlatformApplication;
import cn.tuanwu.sandbox.PlatformSettings;
import cn.tuanwu.sandbox.RunningPlatform;
import cn.tuanwu.servers.Child;
import cn.tuanwu.servers.Ports;
import cn.tuanwu.servers.ServerFailure;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Everything running: MariaDB, Redis, Tencent simulated, both applications. The simulation runs in this JVM, the rest
 * are processes of their own. Whoever starts a demo closes it.
 */
public final class Demo implements AutoCloseable {

    private final DataFolder folder;
    private final Options options;
    private final Map<String, String> environment;
    private final Progress progress;
    private final Applications applications;
    private final ExecutorService threads = Executors.newCachedThreadPool(Demo::daemon);
    private volatile boolean stopping;
    private Stores stores;
    private CompletableFuture<RunningPlatform> platforms;
    private Map<String, String> told = Map.of();

    private Demo(DataFolder folder, Options options, Map<String, String> environment, Progress progress) {
        this.folder = folder;
        this.options = options;
        this.environment = environment;
        this.progress = progress;
        this.applications = new Applications(options.home(), folder.path(), environment, progress);
    }

    /**
     * Takes the data folder; nothing runs before {@link #start()}.
     *
     * @param outer the variables a person has set; they win over what the demo would choose
     * @throws ServerFailure with one sentence, when the folder is in use or a port is taken
     */
    public static Demo prepare(Options options, Map<String, String> outer, PrintStream out) {
        DataFolder folder = DataFolder.take(
                options.data(), List.of(Applications.BOT, Applications.API, Applications.MENUS, "redis", "mariadb"));
        try {
            for (String name : List.of("TUANWU_BOT_PORT", "TUANWU_API_PORT")) {
                if (outer.containsKey(name)) {
                    mustBeFree(Options.port(outer.get(name)), "another in " + name);
                }
            }
            mustBeFree(options.port(), "another with --port");
            if (options.fresh()) {
                folder.wipe();
            }
            Map<String, String> environment = new HashMap<>(Secrets.in(folder.path()));
            outer.entrySet().stream()
                    .filter(set -> !set.getValue().isBlank())
                    .forEach(set -> environment.put(set.getKey(), set.getValue()));
            return new Demo(folder, options, environment, new Progress(out));
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static void mustBeFree(int port, String choose) {
        if (!Ports.isFree(port)) {
            throw new ServerFailure(
                    "Port " + port + " is taken by another program: stop it, or choose " + choose + ".");
        }
    }

    /** Starts everything and returns when both applications say they are well. */
    public void start() {
        String publicUrl = environment.getOrDefault("TUANWU_PUBLIC_URL", url());
        PlatformSettings settings = PlatformSettings.of(
                environment, publicUrl, applications.botPort(), applications.apiPort(), folder.path());
        stores = Stores.start(folder, environment, progress, threads);
        platforms = CompletableFuture.supplyAsync(() -> platforms(settings), threads);
        try {
            stores.await();
            stores.fill(progress);
            told = told(settings);
            CompletableFuture<Void> menus = platforms.thenRunAsync(() -> applications.makeMenus(told), threads);
            CompletableFuture.allOf(menus, applications.start(told, threads)).join();
            platforms.join().open();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private RunningPlatform platforms(PlatformSettings settings) {
        try {
            RunningPlatform started = PlatformApplication.startClosed(settings, options.port());
            progress.reached("The platforms are simulated on port " + options.port());
            return started;
        } catch (Exception e) {
            throw new ServerFailure("The simulated platforms did not start: " + e.getMessage(), e);
        }
    }

    private Map<String, String> told(PlatformSettings settings) {
        Map<String, String> all = new HashMap<>(settings.applicationEnvironment(options.port()));
        all.put("TUANWU_KEY_FILE", folder.path().resolve("keys").toString());
        all.put("TUANWU_FILES", folder.path().resolve("files").toString());
        all.put("TUANWU_BOT_PORT", Integer.toString(applications.botPort()));
        all.put("TUANWU_API_PORT", Integer.toString(applications.apiPort()));
        environment.entrySet().stream()
                .filter(set -> set.getKey().startsWith("TUANWU_"))
                .forEach(set -> all.put(set.getKey(), set.getValue()));
        all.putAll(stores.forApplications());
        all.put("TUANWU_SANDBOX", "true");
        return all;
    }

    /** The address of the sandbox page. */
    public String url() {
        return "http://127.0.0.1:" + options.port();
    }

    /** The variables both applications were started with. */
    public Map<String, String> told() {
        return Map.copyOf(told);
    }

    /** The bot's process, for tests that end it. */
    public Child bot() {
        return applications.bot();
    }

    /** Starts the bot again and returns when it is well. */
    public void startBot() {
        applications.startBot(told);
    }

    /** Waits until one of the processes ends, which none should. */
    Child awaitEnd() {
        List<Child> all = new ArrayList<>(stores.children());
        all.addAll(applications.children());
        return (Child) CompletableFuture.anyOf(all.stream().map(Child::exited).toArray(CompletableFuture[]::new))
                .join();
    }

    /** Stops the applications, the simulation, Redis and MariaDB, in this order. Again does nothing. */
    @Override
    public void close() {
        stopping = true;
        applications.close();
        synchronized (this) {
            closePlatforms();
            if (stores != null) {
                stores.close();
            }
            folder.close();
            threads.shutdownNow();
        }
    }

    private void closePlatforms() {
        try {
            if (platforms != null) {
                platforms.join().close();
            }
        } catch (CompletionException | CancellationException neverStarted) {
            progress.reached("The simulated platforms were not running");
        }
    }

    boolean isStopping() {
        return stopping;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "demo");
        thread.setDaemon(true);
        return thread;
    }

    /** The command {@code demo}: runs until somebody or something ends it; the answer is the exit code. */
    public static int main(List<String> arguments, PrintStream out, PrintStream err) {
        return DemoCommand.run(arguments, Path.of(System.getProperty("tuanwu.home", ".")), out, err);
    }
}

package cn.tuanwu.sandbox.demo;

import cn.tuanwu.servers.Child;
import cn.tuanwu.servers.MariaDb;
import cn.tuanwu.servers.Redis;
import cn.tuanwu.sql.Migrate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** The database and the Redis: our own, or those the environment names. */
final class Stores implements AutoCloseable {

    private final CompletableFuture<Optional<MariaDb>> mariaDb;
    private final CompletableFuture<Optional<Redis>> redis;
    private final Map<String, String> environment;

    private Stores(
            CompletableFuture<Optional<MariaDb>> mariaDb,
            CompletableFuture<Optional<Redis>> redis,
            Map<String, String> environment) {
        this.mariaDb = mariaDb;
        this.redis = redis;
        this.environment = environment;
    }

    /** Begins to start both at once; {@link #await()} waits for them. */
    static Stores start(DataFolder folder, Map<String, String> environment, Progress progress, Executor executor) {
        var redis = CompletableFuture.supplyAsync(() -> redis(folder, environment, progress), executor);
        var mariaDb = CompletableFuture.supplyAsync(() -> mariaDb(folder, environment, progress), executor);
        return new Stores(mariaDb, redis, environment);
    }

    private static Optional<Redis> redis(DataFolder folder, Map<String, String> environment, Progress progress) {
        if (environment.containsKey("TUANWU_REDIS_URL")) {
            return Optional.empty();
        }
        Redis started = Redis.start(folder.binaries(), folder.path());
        progress.reached("Redis answers on port " + started.port());
        return Optional.of(started);
    }

    private static Optional<MariaDb> mariaDb(DataFolder folder, Map<String, String> environment, Progress progress) {
        if (environment.containsKey("TUANWU_DB_URL")) {
            return Optional.empty();
        }
        var logins = new MariaDb.Logins(environment.get("DB_APP_PASSWORD"), environment.get("DB_DDL_PASSWORD"));
        MariaDb started = MariaDb.start(folder.binaries(), folder.path(), logins);
        progress.reached("MariaDB answers on port " + started.port());
        return Optional.of(started);
    }

    void await() {
        mariaDb.join();
        redis.join();
    }

    /** Brings the database to the newest version and loads the demo province where it is not there yet. */
    void fill(Progress progress) {
        String url = mariaDb.join().map(MariaDb::url).orElseGet(() -> environment.get("TUANWU_DB_URL"));
        String user = mariaDb.join().map(MariaDb::ddlUser).orElseGet(() -> environment.get("TUANWU_DB_USER"));
        String password =
                mariaDb.join().map(own -> own.logins().ddl()).orElseGet(() -> environment.get("TUANWU_DB_PASSWORD"));
        int migrated = Migrate.run(url, user, password).migrationsExecuted;
        int loaded = Migrate.demo(url, user, password).migrationsExecuted;
        progress.reached("The database is at version " + Migrate.version()
                + (migrated + loaded == 0 ? "" : " and holds the demo province"));
    }

    /** What the applications must know to find them. */
    Map<String, String> forApplications() {
        Map<String, String> names = new java.util.HashMap<>();
        mariaDb.join().ifPresent(own -> {
            names.put("TUANWU_DB_URL", own.url());
            names.put("TUANWU_DB_USER", own.appUser());
            names.put("TUANWU_DB_PASSWORD", own.logins().app());
        });
        redis.join().ifPresent(own -> names.put("TUANWU_REDIS_URL", own.url(0)));
        return names;
    }

    List<Child> children() {
        List<Child> children = new ArrayList<>();
        redis.join().ifPresent(own -> children.add(own.child()));
        mariaDb.join().ifPresent(own -> children.add(own.child()));
        return children;
    }

    /** Redis first, the database last. What is still starting is waited for: half a start leaves a process behind. */
    @Override
    public void close() {
        settled(redis).ifPresent(Redis::close);
        settled(mariaDb).ifPresent(MariaDb::close);
    }

    private static <S> Optional<S> settled(CompletableFuture<Optional<S>> starting) {
        try {
            return starting.join();
        } catch (CompletionException neverStarted) {
            return Optional.empty();
        }
    }
}

package cn.tuanwu.servers;

import java.nio.file.Path;

/** A JVM for tests to kill: starts both servers in the folders given and stays. */
final class StartsServers {

    private StartsServers() {}

    public static void main(String[] folders) throws InterruptedException {
        Path binaries = Path.of(folders[0]);
        Path home = Path.of(folders[1]);
        MariaDb mariaDb = MariaDb.start(binaries, home, new MariaDb.Logins("a", "d"));
        Redis redis = Redis.start(binaries, home);
        System.out.println(mariaDb.child().pid() + " " + redis.child().pid());
        Thread.currentThread().join();
    }
}

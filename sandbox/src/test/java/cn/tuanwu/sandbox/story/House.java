package cn.tuanwu.sandbox.story;

import cn.tuanwu.sandbox.demo.Demo;
import cn.tuanwu.sandbox.demo.Options;
import cn.tuanwu.servers.Ports;
import java.nio.file.Path;
import java.util.Map;

/** One demo for all tests of the story, as its start is slow; it is stopped when the JVM ends. */
final class House {

    static final Path HOME = Path.of(System.getProperty("tuanwu.home"));

    private static Demo demo;

    private House() {}

    static synchronized Demo running() {
        Demo open = open();
        if (!open.bot().alive()) {
            open.startBot();
        }
        return open;
    }

    /** The same, but its bot may be away: for tests that bring bots of their own. */
    static synchronized Demo open() {
        if (demo == null) {
            Options options = new Options(HOME, HOME.resolve("sandbox/target/story"), Ports.free(), true);
            demo = Demo.prepare(options, Map.of(), System.out);
            Runtime.getRuntime().addShutdownHook(new Thread(demo::close, "stop"));
            demo.start();
        }
        return demo;
    }
}

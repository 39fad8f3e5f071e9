package cn.tuanwu.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.tuanwu.sandbox.demo.Demo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Runs one of the walks in {@code web/test/browser} through a running house; skipped where no browser is found. */
final class BrowserWalk {

    private static final Path WEB = House.HOME.resolve("web");

    private BrowserWalk() {}

    /** @param pictures under {@code sandbox/target} */
    static void through(Demo demo, String script, String pictures) throws IOException, InterruptedException {
        assumeTrue(Files.isDirectory(WEB.resolve("node_modules")), "web/node_modules is missing: build the module web");
        Path folder =
                Files.createDirectories(House.HOME.resolve("sandbox/target").resolve(pictures));
        Path log = folder.resolve("walk.log");
        Process walk = new ProcessBuilder("node", "test/browser/" + script, demo.url(), folder.toString())
                .directory(WEB.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = walk.waitFor(15, TimeUnit.MINUTES);
        walk.destroyForcibly();
        String said = Files.readString(log);
        assumeFalse(said.startsWith("SKIPPED"), said);
        assertThat(ended && walk.waitFor() == 0).as(said).isTrue();
    }
}

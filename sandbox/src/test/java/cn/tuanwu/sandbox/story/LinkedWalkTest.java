package cn.tuanwu.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.tuanwu.sandbox.demo.Demo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** To the sandbox's provider and back, through the mini-program. Its pictures are in {@code sandbox/target/linked}. */
@Tag("registration")
class LinkedWalkTest {

    private static final Path WEB = House.HOME.resolve("web");
    private static final Path PICTURES = House.HOME.resolve("sandbox/target/linked");

    @Test
    void anAccountElsewhereOpensOneHereByClicks() throws Exception {
        assumeTrue(Files.isDirectory(WEB.resolve("node_modules")), "web/node_modules is missing: build the module web");
        Demo demo = House.running();
        Path log = Files.createDirectories(PICTURES).resolve("walk.log");
        Process walk = new ProcessBuilder("node", "test/browser/linked.mjs", demo.url(), PICTURES.toString())
                .directory(WEB.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = walk.waitFor(2, TimeUnit.MINUTES);
        walk.destroyForcibly();
        String said = Files.readString(log);
        assumeFalse(said.startsWith("SKIPPED"), said);
        assertThat(ended && walk.waitFor() == 0).as(said).isTrue();
    }
}

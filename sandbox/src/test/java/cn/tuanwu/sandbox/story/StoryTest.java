package cn.tuanwu.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.sandbox.demo.Demo;
import cn.tuanwu.sandbox.demo.Options;
import cn.tuanwu.servers.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The whole house as people run it: both applications' jars, real servers, Tencent simulated. */
@Tag("story")
class StoryTest {
    private static final boolean FULL = "full".equals(System.getProperty("proof"));

    private static Demo demo;
    private static Ledger ledger;

    @BeforeAll
    static void everythingRuns() {
        Path home = Path.of(System.getProperty("tuanwu.home"));
        Options options = new Options(home, home.resolve("sandbox/target/story"), Ports.free(), true);
        demo = Demo.prepare(options, Map.of(), System.out);
        demo.start();
        ledger = new Ledger(demo.told());
    }

    @AfterAll
    static void everythingStops() {
        demo.close();
    }

    @AfterEach
    void nothingIsLeftOverLostOrDoubled() {
        Awaitility.await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> assertThat(ledger.unsettled())
                .isEmpty());
        assertThat(ledger.faults()).isEmpty();
    }

    @Test
    void fromTheScanToTheApproval() {
        Story.Result result = Story.play(URI.create(demo.url()), System.out);
        assertThat(result.submitToCard()).hasSize(3);
    }

    @Test
    void theBotKilledInTheMiddleLosesNothingAndDoublesNothing() {
        for (int i = 0; i < (FULL ? 20 : 1); i++) {
            try (Killer killer =
                    new Killer(demo, "The member submits", "The member edits and submits again", "withdraws")) {
                Story.play(URI.create(demo.url()), killer.listening(System.out));
                assertThat(killer.kills()).isEqualTo(3);
            }
        }
    }
}

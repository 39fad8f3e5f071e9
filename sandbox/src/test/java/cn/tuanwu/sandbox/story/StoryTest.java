package cn.tuanwu.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.sandbox.demo.Demo;
import java.net.URI;
import java.time.Duration;
import org.awaitility.Awaitility;
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
        demo = House.running();
        ledger = new Ledger(demo.told());
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
                    new Killer(demo, ledger, "The member submits", "The member edits and submits again", "withdraws")) {
                Story.play(URI.create(demo.url()), killer.listening(System.out));
                assertThat(killer.kills()).isEqualTo(3);
            }
        }
    }
}

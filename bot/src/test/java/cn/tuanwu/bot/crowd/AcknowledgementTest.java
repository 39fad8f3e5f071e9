package cn.tuanwu.bot.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.bot.BotApplication;
import cn.tuanwu.bot.crowd.Crowd.Told;
import cn.tuanwu.bot.crowd.Load.Figures;
import cn.tuanwu.bot.support.Phones;
import cn.tuanwu.bot.support.RoomyAllowance;
import cn.tuanwu.support.People;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.test.context.ContextConfiguration;

/**
 * The platform hears soon that we have it, though each round trip to the database takes a tenth of a second longer. What
 * comes too late for the answer is said by a push, once.
 */
@SpringBootTest(
        classes = {BotApplication.class, People.class, Phones.class, RoomyAllowance.class},
        properties = "TUANWU_QUIET=00:00-00:00",
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = SlowDatabaseWorld.class)
@Import(Crowd.class)
@Tag("edge")
class AcknowledgementTest {
    private static final boolean FULL = "full".equals(System.getProperty("proof"));
    private static final int NORMAL = 50;

    @Autowired
    Crowd crowd;

    @Autowired
    Environment environment;

    // Break: in Reception.take, wait two seconds for the reply; or WRITERS = 1 and MOST_AT_ONCE = 1 in Intake.
    @Test
    void aSlowDatabaseDoesNotKeepThePlatformWaiting() {
        Load load = new Load("http://127.0.0.1:" + environment.getProperty("local.server.port"));
        Figures near = warmUp(load);
        Figures normal = under(load, NORMAL, FULL ? 30 : 4);
        assertThat(normal.refused()).isZero();
        if (FULL) {
            Figures tenfold = under(load, 10 * NORMAL, 20);
            assertThat(tenfold.refused()).isZero();
            assertThat(normal.p99()).isLessThan(200);
            assertThat(tenfold.longest()).isLessThan(1_000);
        } else {
            // On a machine with other work only a comparison is fair.
            assertThat(normal.median()).isLessThan(near.median() + 1_000);
        }
    }

    /** With the database near. */
    private Figures warmUp(Load load) {
        List<Told> told = crowd.gathers(FULL ? 3_000 : 200, "warm");
        Figures figures = load.send(told, FULL ? 200 : NORMAL);
        crowd.hadOneEffectEach(told, load.heardAtOnce());
        return figures;
    }

    private Figures under(Load load, int aSecond, int seconds) {
        List<Told> told = crowd.gathers(aSecond * seconds, "at" + aSecond);
        SlowDatabaseWorld.LINE.delay(100);
        try {
            Figures figures = load.send(told, aSecond);
            System.out.printf(
                    "database slowed by 100 ms, %3d callbacks/s: %s (machine load %.1f)%n",
                    aSecond,
                    figures,
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            return figures;
        } finally {
            SlowDatabaseWorld.LINE.delay(0);
            crowd.hadOneEffectEach(told, load.heardAtOnce());
        }
    }
}

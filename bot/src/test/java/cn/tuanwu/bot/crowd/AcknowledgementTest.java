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
    private static final int TENFOLD = 500;

    @Autowired
    Crowd crowd;

    @Autowired
    Environment environment;

    // Break: in Reception.take, wait two seconds for the reply; or WRITERS = 1 and MOST_AT_ONCE = 1 in Intake.
    @Test
    void aSlowDatabaseDoesNotKeepThePlatformWaiting() {
        Load load = new Load("http://127.0.0.1:" + environment.getProperty("local.server.port"));
        warmUp(load);
        Figures normal = under(load, NORMAL, FULL ? 60 : 4);
        Figures tenfold = under(load, TENFOLD, FULL ? 30 : 2);
        System.out.printf(
                "acknowledged, database slowed by 100 ms (machine load %.1f):%n %3d/s %s%n %3d/s %s%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), NORMAL, normal, TENFOLD, tenfold);
        assertThat(normal.refused() + tenfold.refused()).isZero();
        if (FULL) {
            assertThat(normal.p99()).isLessThan(200);
            assertThat(tenfold.longest()).isLessThan(1_000);
        } else {
            // Other work on the machine may cost some of them dearly, never half of them.
            assertThat(normal.median()).isLessThan(300);
            assertThat(tenfold.median()).isLessThan(600);
        }
    }

    private void warmUp(Load load) {
        List<Told> told = crowd.gathers(FULL ? 2_000 : 200, "warm");
        load.send(told, 100);
        crowd.hadOneEffectEach(told, load.heardAtOnce());
    }

    private Figures under(Load load, int aSecond, int seconds) {
        List<Told> told = crowd.gathers(aSecond * seconds, "at" + aSecond);
        SlowDatabaseWorld.LINE.delay(100);
        try {
            return load.send(told, aSecond);
        } finally {
            SlowDatabaseWorld.LINE.delay(0);
            crowd.hadOneEffectEach(told, load.heardAtOnce());
        }
    }
}

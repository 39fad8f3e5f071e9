package cn.tuanwu.realname;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.realname.RealName.Result;
import cn.tuanwu.realname.RealName.State;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RecheckTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private static final Duration HALF = Duration.ofHours(12);

    @Test
    void aMatchPassesAndAMismatchIsAskedOnceMore() {
        assertThat(Recheck.after(Result.MATCH, 0, 1, 1, START, START, HALF).settled())
                .isEqualTo(State.PASSED);
        assertThat(Recheck.after(Result.MISMATCH, 1, 1, 1, START, START, HALF).settled())
                .isNull();
        assertThat(Recheck.after(Result.MISMATCH, 2, 2, 2, START, START, HALF).settled())
                .isEqualTo(State.FAILED);
    }

    @Test
    void anAnswerThatCostsIsNotAskedForAgainWithinMinutes() {
        assertThat(Recheck.after(Result.NO_RECORD, 0, 1, 1, START, START, HALF).askAgainIn())
                .isEqualTo(Duration.ofHours(12));
        assertThat(Recheck.after(Result.REPEATED, 0, 2, 2, START, START, HALF).askAgainIn())
                .isEqualTo(Recheck.WITHIN);
        assertThat(Recheck.after(Result.ERROR, 0, 0, 1, START, START, HALF).askAgainIn())
                .isEqualTo(Duration.ofSeconds(30));
    }

    /** Whatever the provider keeps saying, the next question comes within 24 hours and all is settled by 72. */
    @Property(tries = 200)
    void everyCheckIsAskedWithinADayAndSettledInThree(@ForAll boolean noRecord) {
        Result result = noRecord ? Result.NO_RECORD : Result.ERROR;
        Instant now = START;
        int attempts = 0;
        while (true) {
            Recheck.Verdict verdict =
                    Recheck.after(result, 0, noRecord ? attempts + 1 : 0, ++attempts, START, now, HALF);
            if (verdict.settled() != null) {
                assertThat(verdict.settled()).isEqualTo(State.FAILED);
                assertThat(Duration.between(START, now)).isEqualTo(Recheck.DEADLINE);
                assertThat(attempts).isLessThan(noRecord ? 6 : 20);
                return;
            }
            assertThat(verdict.askAgainIn()).isPositive().isLessThanOrEqualTo(Recheck.WITHIN);
            now = now.plus(verdict.askAgainIn());
        }
    }
}

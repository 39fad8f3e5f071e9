package cn.tuanwu.realname;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.kernel.Blind;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.support.Identities;
import cn.tuanwu.support.RoomTest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** At midnight nobody has counted yet, and many ask at once: nobody may wait a day for that. */
@RoomTest
@Tag("registration")
class FirstChecksTest {
    private static final int AT_ONCE = 6;

    @Autowired
    RealNameBudget.Rows rows;

    @Autowired
    Blind blind;

    @Autowired
    Tx tx;

    @Autowired
    Environment environment;

    /** Break: in RealNameBudget.take, ask again only when the day was opened by oneself. */
    @Test
    void theFirstChecksOfADayAllHaveTheirShare() throws Exception {
        ExecutorService providers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (int day = 1; day <= 15; day++) {
                Clock clock =
                        Clock.fixed(Instant.parse("2031-01-01T00:00:00Z").plusSeconds(86_400L * day), ZoneOffset.UTC);
                RealNameBudget budget = new RealNameBudget(rows, blind, clock, tx, environment);
                List<Callable<Boolean>> checks = new ArrayList<>();
                for (int i = 0; i < AT_ONCE; i++) {
                    ResidentId number = ResidentId.read(Identities.residentId(LocalDate.of(2005, 5, 6)))
                            .orElseThrow();
                    checks.add(() -> budget.take(new RealNameRow(), number));
                }
                for (Future<Boolean> check : providers.invokeAll(checks)) {
                    assertThat(check.get()).isTrue();
                }
            }
        } finally {
            providers.shutdown();
        }
    }
}

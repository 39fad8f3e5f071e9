package cn.tuanwu.bot.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several nodes on one Redis never call more than the platform allows all of them together. */
@Tag("edge")
class BudgetsTest {
    private static final Allowance PLATFORM = Allowance.of(1_000);
    private static final List<Budget> TO_ZHANG_SAN = PLATFORM.forMessage("message/send", 1000002, "zhangsan");

    private final Nodes nodes = new Nodes();

    @BeforeEach
    void empty() {
        nodes.flush();
    }

    @AfterEach
    void close() {
        nodes.close();
    }

    /** Break: in Budgets.TAKE, leave out the HINCRBY. */
    @Test
    void threeNodesTogetherSendOneMemberThirtyMessagesAMinute() throws Exception {
        List<Budgets> three = List.of(nodes.budgets(), nodes.budgets(), nodes.budgets());
        List<Callable<Boolean>> sends = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            Budgets node = three.get(i % 3);
            sends.add(() -> node.take(TO_ZHANG_SAN).isZero());
        }
        var pool = Executors.newFixedThreadPool(12);
        int sent = 0;
        for (var done : pool.invokeAll(sends)) {
            sent += done.get() ? 1 : 0;
        }
        pool.shutdown();
        assertThat(sent).isEqualTo(30);
    }

    /** Break: in Budgets.TAKE, count the calls in the loop that looks at the budgets. */
    @Test
    void aHeldMessageCostsTheOthersNothing() {
        Budgets node = nodes.budgets();
        Allowance small = new Allowance(1, 1_000, 2, 150_000, 200);
        assertThat(node.take(small.forMessage("send", 1, "a"))).isZero();
        for (int i = 0; i < 5; i++) {
            assertThat(node.take(small.forMessage("send", 1, "a"))).isPositive();
        }
        assertThat(node.take(small.forMessage("send", 1, "b"))).isZero();
        assertThat(node.take(small.forMessage("send", 1, "c"))).isPositive();
    }

    /** Break: in Budget.minute, say 0 instead of 6: a window that began a moment earlier would hold twice as many. */
    @Test
    void aHeldMessageWaitsUntilNoWindowOfAMinuteHoldsItsForerunners() {
        Budgets node = nodes.budgets();
        Allowance small = new Allowance(1, 1_000, 10_000, 150_000, 200);
        node.take(small.forMessage("send", 1, "a"));
        assertThat(node.take(small.forMessage("send", 1, "a")))
                .isBetween(Duration.ofSeconds(59), Duration.ofSeconds(70));
    }

    /** Break: in Allowance.forMessage, leave out the day. */
    @Test
    void theDayOfTheWholeCorpEndsAtMidnightInChina() {
        Budgets node = nodes.budgets();
        Allowance small = Allowance.of(1);
        for (int i = 0; i < 200; i++) {
            assertThat(node.take(small.forMessage("send", 1, "member-" + i))).isZero();
        }
        Duration wait = node.take(small.forMessage("send", 1, "one-more"));
        long tomorrow = Budget.day("", 1).forgottenAt(Budget.day("", 1).bucketAt(System.currentTimeMillis()));
        assertThat(wait).isCloseTo(Duration.ofMillis(tomorrow - System.currentTimeMillis()), Duration.ofSeconds(5));
    }

    /** Break: in NodeBudgets.take, don't divide by NODES. */
    @Test
    void withoutRedisANodeKeepsToItsPart() {
        Budgets node = nodes.budgetsWithoutRedis();
        int sent = 0;
        for (int i = 0; i < 40; i++) {
            sent += node.take(TO_ZHANG_SAN).isZero() ? 1 : 0;
        }
        assertThat(sent).isEqualTo(3);
    }
}

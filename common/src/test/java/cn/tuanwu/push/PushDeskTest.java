package cn.tuanwu.push;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.support.RoomTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@RoomTest
@Tag("story")
class PushDeskTest {
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final int MANY = "full".equals(System.getProperty("proof")) ? 10_000 : 300;

    @Autowired
    PushDesk pushes;

    @Autowired
    JdbcTemplate database;

    @BeforeEach
    void empty() {
        database.update("DELETE FROM outbox");
    }

    @Test
    void twoPushesWithOneKeyAreOnePush() {
        pushes.enqueue(Push.now(PushKind.MEMBER_RESULT, 1));
        pushes.enqueue(Push.now(PushKind.MEMBER_RESULT, 1));
        assertThat(pushes.claim("a", 10, LEASE)).hasSize(1);
    }

    @Test
    void sixWorkersClaimEachPushOnce() throws Exception {
        for (int i = 0; i < MANY; i++) {
            pushes.enqueue(Push.now(PushKind.MEMBER_RESULT, i));
        }
        var seen = new ConcurrentLinkedQueue<Long>();
        List<Callable<Void>> workers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String owner = "worker-" + i;
            workers.add(() -> claimUntilEmpty(owner, seen));
        }
        var pool = Executors.newFixedThreadPool(6);
        for (var done : pool.invokeAll(workers)) {
            done.get();
        }
        pool.shutdown();
        assertThat(seen).hasSize(MANY).doesNotHaveDuplicates();
    }

    private Void claimUntilEmpty(String owner, ConcurrentLinkedQueue<Long> seen) {
        while (pushes.open() > 0) {
            for (Claimed push : pushes.claim(owner, 20, LEASE)) {
                seen.add(push.subject());
                assertThat(pushes.settle(push, Next.DONE)).isTrue();
            }
        }
        return null;
    }

    @Test
    void aWorkerWhoseLeaseEndedChangesNothing() {
        pushes.enqueue(Push.now(PushKind.MEMBER_RESULT, 1));
        Claimed slept = pushes.claim("slow", 1, Duration.ofMillis(50)).get(0);
        Claimed taken = Awaitility.await()
                .until(() -> pushes.claim("quick", 1, LEASE), found -> !found.isEmpty())
                .get(0);
        assertThat(pushes.settle(slept, Next.DONE)).isFalse();
        assertThat(pushes.settle(taken, Next.later(Duration.ZERO, "busy"))).isTrue();
        assertThat(pushes.settle(slept, Next.never("woken"))).isFalse();
        assertThat(pushes.open()).isEqualTo(1);
    }

    @Test
    void aDeadLetterStaysVisibleAndCanBeSentAgain() {
        pushes.enqueue(Push.now(PushKind.MEMBER_RESULT, 1));
        Claimed push = pushes.claim("a", 1, LEASE).get(0);
        pushes.settle(push, Next.never("40003"));
        assertThat(pushes.claim("a", 1, LEASE)).isEmpty();
        assertThat(database.queryForObject("SELECT last_error FROM outbox", String.class))
                .isEqualTo("40003");
        assertThat(pushes.resend(push.id())).isTrue();
        assertThat(pushes.claim("a", 1, LEASE)).hasSize(1);
    }

    /** Break: in PushDesk.settle, count every later one as tried: budgets would turn good pushes into dead letters. */
    @Test
    @Tag("edge")
    void aPushThatWasOnlyHeldBackHasNotBeenTried() {
        pushes.enqueue(Push.now(PushKind.MEMBER_RESULT, 1));
        pushes.settle(pushes.claim("a", 1, LEASE).get(0), Next.held(Duration.ZERO, "no budget"));
        Claimed first = pushes.claim("a", 1, LEASE).get(0);
        assertThat(first.attempts()).isZero();
        pushes.settle(first, Next.later(Duration.ZERO, "busy"));
        assertThat(pushes.claim("a", 1, LEASE).get(0).attempts()).isEqualTo(1);
    }

    @Test
    void aPushIsNotLentBeforeItsTime() {
        pushes.enqueue(Push.now(PushKind.MEMBER_RESULT, 1).after(Duration.ofHours(1)));
        assertThat(pushes.claim("a", 1, LEASE)).isEmpty();
        pushes.cancel(Push.now(PushKind.MEMBER_RESULT, 1).key(), "not needed");
        assertThat(pushes.open()).isZero();
    }
}

package cn.tuanwu.bot.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.tuanwu.bot.work.Pace;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.push.Claimed;
import cn.tuanwu.push.Next;
import cn.tuanwu.push.Push;
import cn.tuanwu.push.PushDesk;
import cn.tuanwu.push.PushKind;
import cn.tuanwu.support.RoomTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Several workers on one outbox. */
@RoomTest
@Tag("story")
class PushWorkerTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final AtomicInteger SUBJECTS = new AtomicInteger();

    @Autowired
    PushDesk pushes;

    @Autowired
    Tx tx;

    @Autowired
    JdbcTemplate database;

    private final List<PushWorker> workers = new ArrayList<>();

    @AfterEach
    void everybodyStops() {
        workers.forEach(PushWorker::stop);
    }

    @Test
    void twoWorkersNeverSendOnePushTwice() {
        Map<Long, AtomicInteger> sent = new ConcurrentHashMap<>();
        for (int i = 0; i < 300; i++) {
            aPush();
        }
        for (int i = 0; i < 2; i++) {
            aWorker(Duration.ofSeconds(30), push -> {
                sent.computeIfAbsent(push.id(), any -> new AtomicInteger()).incrementAndGet();
                return Next.DONE;
            });
        }
        await().atMost(SOON).until(() -> pushes.open() == 0);
        assertThat(sent).hasSize(300);
        assertThat(sent.values()).allMatch(count -> count.get() == 1);
    }

    @Test
    void aWorkerWhoseLeaseEndedChangesNothing() {
        long subject = aPush();
        CountDownLatch asleep = new CountDownLatch(1);
        CountDownLatch wake = new CountDownLatch(1);
        AtomicInteger settledLate = new AtomicInteger();
        aWorker(Duration.ofMillis(300), push -> {
            asleep.countDown();
            await().atMost(SOON).until(() -> wake.getCount() == 0);
            settledLate.incrementAndGet();
            return Next.never("woke up too late");
        });
        await().atMost(SOON).until(() -> asleep.getCount() == 0);
        workers.get(0).stopLooking();
        aWorker(Duration.ofSeconds(30), push -> Next.DONE);
        await().atMost(SOON).until(() -> stateOf(subject).equals("DONE"));
        wake.countDown();
        await().atMost(SOON).until(() -> settledLate.get() == 1);
        workers.get(0).stop();
        assertThat(stateOf(subject)).isEqualTo("DONE");
    }

    @Test
    void aPushThatBrokeOffIsSentAgainLater() {
        long subject = aPush();
        AtomicInteger tries = new AtomicInteger();
        aWorker(Duration.ofSeconds(30), push -> {
            if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("the handler broke");
            }
            return Next.DONE;
        });
        await().atMost(SOON).until(() -> stateOf(subject).equals("DONE"));
        assertThat(tries).hasValue(2);
    }

    @Test
    void oneSlowPushDoesNotHoldUpTheOthers() {
        CountDownLatch slow = new CountDownLatch(1);
        long held = aPush();
        aWorker(Duration.ofSeconds(30), push -> {
            if (push.subject() == held) {
                await().atMost(SOON).until(() -> slow.getCount() == 0);
            }
            return Next.DONE;
        });
        long later = aPush();
        await().atMost(SOON).until(() -> stateOf(later).equals("DONE"));
        assertThat(stateOf(held)).isEqualTo("CLAIMED");
        slow.countDown();
        await().atMost(SOON).until(() -> stateOf(held).equals("DONE"));
    }

    @Test
    void aStoppingWorkerFinishesWhatItBegan() {
        long subject = aPush();
        CountDownLatch begun = new CountDownLatch(1);
        aWorker(Duration.ofSeconds(30), push -> {
            begun.countDown();
            await().pollDelay(Duration.ofMillis(300)).until(() -> true);
            return Next.DONE;
        });
        await().atMost(SOON).until(() -> begun.getCount() == 0);
        workers.get(0).stop();
        assertThat(stateOf(subject)).isEqualTo("DONE");
    }

    private long aPush() {
        long subject = SUBJECTS.incrementAndGet();
        tx.run(() -> pushes.enqueue(Push.now(PushKind.ADMIN_NOTICE, subject, 203)));
        return subject;
    }

    private void aWorker(Duration lease, Function<Claimed, Next> sending) {
        PushHandler handler = new PushHandler() {
            @Override
            public PushKind kind() {
                return PushKind.ADMIN_NOTICE;
            }

            @Override
            public Next send(Claimed push) {
                return sending.apply(push);
            }
        };
        Pace pace = new Pace(8, Duration.ofMillis(50), lease, Duration.ofSeconds(10));
        PushWorker worker = new PushWorker(pushes, List.of(handler), pace);
        workers.add(worker);
        worker.start();
    }

    private String stateOf(long subject) {
        return database.queryForObject(
                "SELECT state FROM outbox WHERE kind = 'ADMIN_NOTICE' AND subject_id = ?", String.class, subject);
    }
}

package cn.tuanwu.bot.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.tuanwu.bot.work.Pace;
import cn.tuanwu.bot.xml.XmlFields;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.push.PushKind;
import cn.tuanwu.support.RoomTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** Nothing told to us is lost, whatever becomes of who was handling it. */
@RoomTest
@Import({Inbox.class, Intake.class, IntakeDatabase.class})
@Tag("story")
class InboxWorkerTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    Inbox inbox;

    @Autowired
    Intake intake;

    @Autowired
    Ids ids;

    @Autowired
    JdbcTemplate database;

    private final List<InboxWorker> workers = new ArrayList<>();

    @BeforeEach
    void theInboxIsEmpty() {
        database.update("DELETE FROM inbox");
        database.update("DELETE FROM outbox");
    }

    @AfterEach
    void everybodyStops() {
        workers.forEach(InboxWorker::stop);
    }

    @Test
    void whatArrivesIsAnsweredAtOnceAndSettledWhenTheAnswerWasGiven() {
        Arrivals arrivals = aNode(Duration.ofSeconds(20), () -> Optional.of(aReply("said")));
        Said said = arrive(arrivals, anEvent()).reply(soon()).orElseThrow();
        assertThat(said.xml()).isEqualTo("said");
        assertThat(states()).containsExactly("REPLIED");
        said.delivered();
        await().atMost(SOON).until(() -> states().equals(List.of("DONE")));
        assertThat(pushes()).isZero();
    }

    // Break: in Visit.say, don't ask whether a door waits.
    @Test
    @Tag("edge")
    void whatComesTooLateForTheDoorIsPushedOnce() {
        CountDownLatch go = new CountDownLatch(1);
        Arrivals arrivals = aNode(Duration.ofSeconds(20), () -> {
            await().atMost(SOON).until(() -> go.getCount() == 0);
            return Optional.of(aReply("said"));
        });
        assertThat(arrive(arrivals, anEvent()).reply(System.nanoTime())).isEmpty();
        go.countDown();
        await().atMost(SOON).until(() -> states().equals(List.of("DONE")));
        assertThat(pushes()).isEqualTo(1);
    }

    // Break: in InboxRows.due, leave REPLIED out.
    @Test
    @Tag("edge")
    void aReplyPromisedByANodeThatDiedIsPushedAndTheDeadNodesWordCountsNoMore() {
        Arrivals arrivals = aNode(Duration.ofSeconds(20), () -> Optional.of(aReply("said")));
        Said said = arrive(arrivals, anEvent()).reply(soon()).orElseThrow();
        database.update("UPDATE inbox SET next_at = UTC_TIMESTAMP(3)");
        await().atMost(SOON).until(() -> states().equals(List.of("DONE")));
        said.delivered();
        everybodyStops();
        assertThat(pushes()).isEqualTo(1);
    }

    // Break: in IntakeDatabase.KNOWN, overwrite the payload; or answer before Intake has kept.
    @Test
    @Tag("edge")
    void whatArrivesManyTimesAtOnceIsKeptOnce() {
        Arrivals one = aNode(Duration.ofSeconds(20), Optional::empty);
        Arrivals two = aNode(Duration.ofSeconds(20), Optional::empty);
        List<String> events = IntStream.range(0, 50).mapToObj(i -> anEvent()).toList();
        List<Visit> visits = IntStream.range(0, 8)
                .boxed()
                .flatMap(i -> events.stream().map(event -> arrive(i % 2 == 0 ? one : two, event)))
                .toList();
        assertThat(visits).allMatch(visit -> visit.isKept(soon()));
        await().atMost(SOON).until(() -> states().equals(Collections.nCopies(50, "DONE")));
    }

    // Break: in Intake.afterTrouble, refuse the whole batch.
    @Test
    @Tag("edge")
    void oneThatCannotBeKeptDoesNotTakeOthersWithIt() {
        Arrivals arrivals = aNode(Duration.ofSeconds(20), Optional::empty);
        String tooLong = anEvent().replace("hi", "h".repeat(60_000));
        List<Visit> good = new ArrayList<>();
        List<Visit> bad = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            good.add(arrive(arrivals, anEvent()));
            bad.add(arrive(arrivals, tooLong.replace("<MsgId>", "<MsgId>" + i)));
        }
        assertThat(good).allMatch(visit -> visit.isKept(soon()));
        assertThat(bad).noneMatch(visit -> visit.isKept(soon()));
    }

    @Test
    void aHandlerThatCrashesIsTriedAgainLater() {
        AtomicInteger tries = new AtomicInteger();
        Arrivals arrivals = aNode(Duration.ofSeconds(20), () -> {
            if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("the handler crashed");
            }
            return Optional.empty();
        });
        assertThat(arrive(arrivals, anEvent()).reply(soon())).isEmpty();
        await().atMost(SOON).until(() -> states().equals(List.of("DONE")));
        assertThat(tries).hasValue(2);
    }

    @Test
    void whatAStoppedProcessKeptIsDoneAfterTheNextStart() {
        keptByAProcessThatStopped();
        assertThat(states()).containsExactly("DUE");
        aNode(Duration.ofSeconds(20), Optional::empty);
        await().atMost(SOON).until(() -> states().equals(List.of("DONE")));
        assertThat(database.queryForObject("SELECT attempts FROM inbox", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void whatADeadWorkerHeldIsTakenOverAndTheDeadOneChangesNothing() {
        CountDownLatch wake = new CountDownLatch(1);
        Arrivals first = aNode(Duration.ofMillis(300), () -> {
            await().atMost(SOON).until(() -> wake.getCount() == 0);
            throw new IllegalStateException("woke up too late and failed");
        });
        arrive(first, anEvent());
        await().atMost(SOON).until(() -> states().equals(List.of("CLAIMED")));
        workers.get(0).stopLooking();
        aNode(Duration.ofSeconds(20), Optional::empty);
        await().atMost(SOON).until(() -> states().equals(List.of("DONE")));
        wake.countDown();
        workers.get(0).stop();
        assertThat(states()).containsExactly("DONE");
    }

    @Test
    void aSecondDeliveryMeanwhileHearsTheSameReply() {
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger handled = new AtomicInteger();
        Arrivals arrivals = aNode(Duration.ofSeconds(20), () -> {
            await().atMost(SOON).until(() -> go.getCount() == 0);
            return Optional.of(aReply("said " + handled.incrementAndGet()));
        });
        String event = anEvent();
        Visit one = arrive(arrivals, event);
        Visit two = arrive(arrivals, event);
        go.countDown();
        assertThat(one.reply(soon())).isEqualTo(two.reply(soon())).isPresent();
        Visit late = arrive(arrivals, event);
        assertThat(late.isKept(soon())).isTrue();
        assertThat(late.reply(soon()).filter(said -> !said.xml().equals("said 1")))
                .isEmpty();
        assertThat(handled).hasValue(1);
    }

    @Test
    void twoCardsTappedInOneSecondAreTwoEvents() {
        Arrivals arrivals = aNode(Duration.ofSeconds(20), Optional::empty);
        String tap = "<xml><Event>template_card_event</Event><TaskId>a</TaskId><ResponseCode>1</ResponseCode></xml>";
        arrive(arrivals, tap).isKept(soon());
        arrive(arrivals, tap.replace("<TaskId>a", "<TaskId>b")).isKept(soon());
        arrive(arrivals, tap.replace("<ResponseCode>1", "<ResponseCode>2")).isKept(soon());
        arrive(arrivals, tap).isKept(soon());
        assertThat(states()).hasSize(3);
    }

    private String anEvent() {
        return "<xml><MsgType>text</MsgType><Content>hi</Content><MsgId>" + ids.next() + "</MsgId></xml>";
    }

    private static Visit arrive(Arrivals arrivals, String xml) {
        return arrivals.arrive(new Event(Event.Source.WECOM, XmlFields.read(xml).orElseThrow()), xml);
    }

    private void keptByAProcessThatStopped() {
        InboxWorker stopped = new InboxWorker(inbox, List.of(), Pace.INBOX);
        arrive(new Arrivals(intake, stopped), anEvent()).isKept(soon());
    }

    private static long soon() {
        return System.nanoTime() + Duration.ofSeconds(5).toNanos();
    }

    private Arrivals aNode(Duration lease, Supplier<Optional<Reply>> handling) {
        EventHandler handler = new EventHandler() {
            @Override
            public boolean handles(Event event) {
                return true;
            }

            @Override
            public Optional<Reply> handle(Event event, String occasion) {
                return handling.get();
            }
        };
        Pace pace = new Pace(4, Duration.ofMillis(50), lease, Duration.ofSeconds(10));
        InboxWorker worker = new InboxWorker(inbox, List.of(handler), pace);
        workers.add(worker);
        worker.start();
        return new Arrivals(intake, worker);
    }

    private static Reply aReply(String xml) {
        return new Reply(xml, new Late(PushKind.CHAT_ANSWER, xml), () -> {});
    }

    private List<String> states() {
        return database.queryForList("SELECT state FROM inbox", String.class);
    }

    private int pushes() {
        return database.queryForObject("SELECT COUNT(*) FROM outbox WHERE kind = 'CHAT_ANSWER'", Integer.class);
    }
}

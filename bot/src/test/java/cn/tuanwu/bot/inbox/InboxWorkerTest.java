package cn.tuanwu.bot.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.tuanwu.bot.work.Pace;
import cn.tuanwu.bot.xml.XmlFields;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.support.RoomTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** Nothing told to us is lost, whatever becomes of who was handling it. */
@RoomTest
@Import(Inbox.class)
@Tag("story")
class InboxWorkerTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    Inbox inbox;

    @Autowired
    Ids ids;

    @Autowired
    JdbcTemplate database;

    private final List<InboxWorker> workers = new ArrayList<>();

    @BeforeEach
    void theInboxIsEmpty() {
        database.update("DELETE FROM inbox");
    }

    @AfterEach
    void everybodyStops() {
        workers.forEach(InboxWorker::stop);
    }

    @Test
    void whatIsHandedOverIsAnsweredAtOnce() throws Exception {
        InboxWorker worker = aWorker(Duration.ofSeconds(20), () -> Optional.of(aReply("said")));
        Future<Optional<Reply>> reply = worker.handOver(anEvent());
        assertThat(reply.get(2, TimeUnit.SECONDS)).get().extracting(Reply::xml).isEqualTo("said");
    }

    @Test
    void aHandlerThatCrashesIsTriedAgainLater() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        InboxWorker worker = aWorker(Duration.ofSeconds(20), () -> {
            if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("the handler crashed");
            }
            return Optional.empty();
        });
        long id = anEvent();
        assertThat(worker.handOver(id).get(2, TimeUnit.SECONDS)).isEmpty();
        await().atMost(SOON).until(() -> stateOf(id).equals("DONE"));
        assertThat(tries).hasValue(2);
    }

    @Test
    void whatAStoppedProcessKeptIsDoneAfterTheNextStart() {
        long id = anEvent();
        assertThat(stateOf(id)).isEqualTo("DUE");
        aWorker(Duration.ofSeconds(20), Optional::empty);
        await().atMost(SOON).until(() -> stateOf(id).equals("DONE"));
        assertThat(database.queryForObject("SELECT attempts FROM inbox WHERE id = ?", Integer.class, id))
                .isEqualTo(1);
    }

    @Test
    void whatADeadWorkerHeldIsTakenOverAndTheDeadOneChangesNothing() {
        CountDownLatch wake = new CountDownLatch(1);
        long id = anEvent();
        InboxWorker first = aWorker(Duration.ofMillis(300), () -> {
            await().atMost(SOON).until(() -> wake.getCount() == 0);
            throw new IllegalStateException("woke up too late and failed");
        });
        first.handOver(id);
        await().atMost(SOON).until(() -> stateOf(id).equals("CLAIMED"));
        first.stopLooking();
        aWorker(Duration.ofSeconds(20), Optional::empty);
        await().atMost(SOON).until(() -> stateOf(id).equals("DONE"));
        wake.countDown();
        first.stop();
        assertThat(stateOf(id)).isEqualTo("DONE");
    }

    @Test
    void aSecondDeliveryMeanwhileHearsTheSameReply() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger handled = new AtomicInteger();
        InboxWorker worker = aWorker(Duration.ofSeconds(20), () -> {
            await().atMost(SOON).until(() -> go.getCount() == 0);
            return Optional.of(aReply("said " + handled.incrementAndGet()));
        });
        long id = anEvent();
        Future<Optional<Reply>> one = worker.handOver(id);
        Future<Optional<Reply>> two = worker.handOver(id);
        go.countDown();
        assertThat(one.get(5, TimeUnit.SECONDS))
                .isEqualTo(two.get(5, TimeUnit.SECONDS))
                .isPresent();
        assertThat(worker.handOver(id).get(5, TimeUnit.SECONDS)).isEmpty();
        assertThat(handled).hasValue(1);
    }

    @Test
    void twoCardsTappedInOneSecondAreTwoEvents() {
        long one =
                keep("<xml><Event>template_card_event</Event><TaskId>a</TaskId><ResponseCode>1</ResponseCode></xml>");
        long two =
                keep("<xml><Event>template_card_event</Event><TaskId>b</TaskId><ResponseCode>2</ResponseCode></xml>");
        long again =
                keep("<xml><Event>template_card_event</Event><TaskId>b</TaskId><ResponseCode>2</ResponseCode></xml>");
        assertThat(two).isNotEqualTo(one).isEqualTo(again);
    }

    private long anEvent() {
        return keep("<xml><MsgType>text</MsgType><Content>hi</Content><MsgId>" + ids.next() + "</MsgId></xml>");
    }

    private long keep(String xml) {
        return inbox.keep(new Event(Event.Source.WECOM, XmlFields.read(xml).orElseThrow()), xml);
    }

    private InboxWorker aWorker(Duration lease, Supplier<Optional<Reply>> handling) {
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
        return worker;
    }

    private static Reply aReply(String xml) {
        return new Reply(xml, () -> {});
    }

    private String stateOf(long id) {
        return database.queryForObject("SELECT state FROM inbox WHERE id = ?", String.class, id);
    }
}

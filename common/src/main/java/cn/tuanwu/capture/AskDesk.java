package cn.tuanwu.capture;

import cn.tuanwu.capture.Batch.PageState;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.push.Push;
import cn.tuanwu.push.PushDesk;
import cn.tuanwu.push.PushKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * When the chat is asked about a batch: once for each round, some seconds after the last picture came, when all of them were
 * looked at.
 */
@Service
public class AskDesk {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final BatchRows batches;
    private final PageRows pages;
    private final BatchBook book;
    private final Retakes retakes;
    private final PushDesk pushes;
    private final Tx tx;
    private final Duration quiet;

    /** @param quiet how long after the last picture it is asked whose they are */
    AskDesk(
            BatchRows batches,
            PageRows pages,
            BatchBook book,
            Retakes retakes,
            PushDesk pushes,
            Tx tx,
            @Value("${tuanwu.capture.quiet:PT4S}") Duration quiet) {
        this.quiet = quiet;
        this.batches = batches;
        this.pages = pages;
        this.book = book;
        this.retakes = retakes;
        this.pushes = pushes;
        this.tx = tx;
    }

    /** What to do about a question now. */
    public sealed interface Turn {
        /** Too early. */
        record Wait(Duration rest) implements Turn {}

        /** Nothing to ask any more. */
        record Over() implements Turn {}

        /** Ask, as often as it takes to be heard; the round tells it from other questions about the batch. */
        record Ask(Batch batch, int round) implements Turn {}
    }

    static Push question(BatchRow batch) {
        String round = Integer.toString(batch.roundNo);
        return new Push(
                PushKind.FORM_ASK, batch.id, round, PushKind.FORM_ASK + ":" + batch.id + ":" + round, Duration.ZERO);
    }

    public Turn turn(long batchId, int round) {
        BatchRow row = batches.find(batchId);
        if (row == null || !row.state.isLive() || row.roundNo > round + 1) {
            return new Turn.Over();
        }
        if (row.roundNo > round) {
            return book.find(batchId)
                    .<Turn>map(batch -> new Turn.Ask(batch, round))
                    .orElseGet(Turn.Over::new);
        }
        Duration rested = Duration.ofNanos(batches.restingMicros(batchId) * 1_000);
        if (rested.compareTo(quiet) < 0) {
            return new Turn.Wait(quiet.minus(rested));
        }
        boolean waits = pages.of(batchId).stream().anyMatch(page -> page.state == PageState.WAITING);
        return waits && rested.compareTo(PATIENCE) < 0 ? new Turn.Wait(LOOK_AGAIN) : begin(row, round);
    }

    private Turn begin(BatchRow row, int round) {
        return tx.write(() -> {
            if (batches.asked(row.id, round) == 0) {
                return new Turn.Wait(LOOK_AGAIN);
            }
            retakes.settle(row.id);
            Optional<Batch> batch = book.find(row.id);
            return batch.<Turn>map(found -> new Turn.Ask(found, round)).orElseGet(Turn.Over::new);
        });
    }

    /** Asks once more, soon: something is different. Joins the transaction of the caller. */
    void again(long batchId) {
        pushes.enqueue(question(batches.find(batchId)));
    }

    /** These were called bad in the chat: what is sent from now on takes their places. */
    public void told(List<Batch.Page> bad) {
        tx.run(() -> bad.forEach(page -> pages.told(page.id())));
    }
}

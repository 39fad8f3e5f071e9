package cn.tuanwu.graduation;

import cn.tuanwu.access.Caller;
import cn.tuanwu.graduation.GraduateBatch.LineState;
import cn.tuanwu.graduation.GraduateBatch.State;
import cn.tuanwu.kernel.Blind;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.transfer.Transfer;
import cn.tuanwu.transfer.TransferBatches;
import cn.tuanwu.transfer.TransferDesk;
import cn.tuanwu.transfer.Wish;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Walks through a batch: judges each line, and starts the good ones by the rules and in the name of the branch that lets
 * go. Each member's start commits by itself together with its line: whoever goes on after a crash starts nobody twice.
 */
@Service
public class BatchStarting {
    private static final int LONGEST = 480;
    static final Refusal TWICE = Refusal.of("GRADUATE_TWICE", "这名团员在表中出现了不止一次，只办理第一次。");

    private final GraduateBatchRows rows;
    private final SheetRows sheets;
    private final GraduateLines lines;
    private final GraduateBatchDesk batches;
    private final GraduateDesk graduates;
    private final TransferDesk transfers;
    private final TransferBatches together;
    private final Blind blind;
    private final Tx tx;

    BatchStarting(
            GraduateBatchRows rows,
            SheetRows sheets,
            GraduateLines lines,
            GraduateBatchDesk batches,
            GraduateDesk graduates,
            TransferDesk transfers,
            TransferBatches together,
            Blind blind,
            Tx tx) {
        this.rows = rows;
        this.sheets = sheets;
        this.lines = lines;
        this.batches = batches;
        this.graduates = graduates;
        this.transfers = transfers;
        this.together = together;
        this.blind = blind;
        this.tx = tx;
    }

    /** Every line is judged, nobody is started. Doing it again says the same. Refused with GRADUATE_BATCH_UNKNOWN. */
    public Outcome<GraduateBatch> check(Caller.Reviewer caller, long id, IntConsumer progress) {
        Optional<GraduateBatchRow> batch = batches.own(caller, id);
        if (batch.isEmpty()) {
            return Outcome.refused(GraduateBatchDesk.UNKNOWN);
        }
        Walk walk = new Walk(caller, batch.get());
        lines.each(id, line -> {
            List<Refusal> found = walk.check(line);
            walk.judged(line, found.isEmpty() ? LineState.GOOD : LineState.BAD, found);
            progress.accept(++walk.seen);
        });
        rows.move(id, State.CHECKING, State.CHECKED);
        return Outcome.done(batches.find(caller, id).orElseThrow());
    }

    /**
     * Starts the good ones, those that have started already left out, until somebody cancels the rest. Refused with
     * GRADUATE_BATCH_UNKNOWN, GRADUATE_BATCH_NOT_CHECKED.
     */
    public Outcome<GraduateBatch> start(Caller.Reviewer caller, long id, IntConsumer progress) {
        Optional<GraduateBatchRow> batch = batches.own(caller, id);
        if (batch.isEmpty()) {
            return Outcome.refused(GraduateBatchDesk.UNKNOWN);
        }
        if (batch.get().state == State.CHECKING || batch.get().state == State.CHECKED) {
            return Outcome.refused(GraduateBatchDesk.NOT_CHECKED);
        }
        Walk walk = new Walk(caller, batch.get());
        lines.each(id, line -> {
            if (line.state == LineState.GOOD) {
                walk.start(line);
            }
            progress.accept(++walk.seen);
        });
        rows.move(id, State.CONFIRMED, State.DONE);
        return Outcome.done(batches.find(caller, id).orElseThrow());
    }

    /** Through the lines of one batch, once. */
    private final class Walk {
        private final Caller.Reviewer caller;
        private final long batch;
        private final Wish forAll;
        private final SheetReading reading;
        private int seen;

        Walk(Caller.Reviewer caller, GraduateBatchRow batch) {
            this.caller = caller;
            this.batch = batch.id;
            this.forAll = batch.wishSealed == null ? null : lines.wish(batch);
            this.reading = new SheetReading(caller, sheets, graduates, blind);
        }

        List<Refusal> check(GraduateLineRow line) {
            SheetReading.Person person = person(line);
            if (!person.faults().isEmpty()) {
                return person.faults();
            }
            if (line.registrationId == null) {
                try {
                    rows.about(batch, line.lineNo, person.registrationId());
                } catch (DuplicateKeyException another) {
                    return List.of(TWICE);
                }
            }
            return transfers.blockers(caller, person.registrationId(), person.wish());
        }

        void start(GraduateLineRow line) {
            SheetReading.Person person = person(line);
            Outcome<Boolean> outcome = tx.write(() -> start(line, person));
            if (outcome instanceof Outcome.Refused<Boolean> refused) {
                judged(line, LineState.FAILED, refused.refusals());
            }
        }

        private Outcome<Boolean> start(GraduateLineRow line, SheetReading.Person person) {
            if (rows.take(batch, line.lineNo) == 0) {
                return Outcome.done(false);
            }
            if (!person.faults().isEmpty()) {
                return Outcome.refused(person.faults());
            }
            Outcome<Transfer> started = transfers.start(caller, person.registrationId(), person.wish());
            if (started instanceof Outcome.Done<Transfer> done) {
                together.join(done.value().id(), batch);
                rows.became(batch, line.lineNo, done.value().id());
            }
            return started.map(transfer -> true);
        }

        private SheetReading.Person person(GraduateLineRow line) {
            return line.cellsSealed == null
                    ? new SheetReading.Person(line.registrationId, forAll, List.of())
                    : reading.read(lines.line(batch, line), line.registrationId);
        }

        void judged(GraduateLineRow line, LineState state, List<Refusal> found) {
            rows.judged(
                    batch,
                    line.lineNo,
                    state,
                    found.isEmpty() ? null : found.get(0).code(),
                    found.isEmpty()
                            ? null
                            : Refusal.brief(found.stream().map(Refusal::text).toList(), LONGEST));
        }
    }
}

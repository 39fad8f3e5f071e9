package cn.tuanwu.realname;

import cn.tuanwu.kernel.Blind;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Seal;
import cn.tuanwu.kernel.Seal.Place;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.push.Next;
import cn.tuanwu.push.Push;
import cn.tuanwu.push.PushDesk;
import cn.tuanwu.push.PushKind;
import cn.tuanwu.realname.RealName.Result;
import cn.tuanwu.realname.RealName.State;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Begins, answers and settles real-name checks. One check per pair of name and number, whoever asks. */
@Service
public class RealNameDesk {
    private final RealNameRows rows;
    private final PushDesk pushes;
    private final ApplicationEventPublisher events;
    private final Seal seal;
    private final Blind blind;
    private final Ids ids;
    private final Clock clock;
    private final Tx tx;

    RealNameDesk(
            RealNameRows rows,
            PushDesk pushes,
            ApplicationEventPublisher events,
            Seal seal,
            Blind blind,
            Ids ids,
            Clock clock,
            Tx tx) {
        this.rows = rows;
        this.pushes = pushes;
        this.events = events;
        this.seal = seal;
        this.blind = blind;
        this.ids = ids;
        this.clock = clock;
        this.tx = tx;
    }

    /**
     * The check of this pair: the one there is (a pair that failed is not sent again) or a new one, queued for the
     * provider. Call inside the transaction of the submission.
     */
    public RealName begin(PersonName name, ResidentId number) {
        byte[] pair = blind.of("name-and-number", name.normal() + '\n' + number.number());
        long id = ids.next();
        byte[] sealed = seal.seal(place(id), number.number());
        if (rows.insert(id, pair, name.text(), sealed, clock.instant()) == 1) {
            pushes.enqueue(Push.now(PushKind.REALNAME_CHECK, id));
        }
        RealNameRow row = rows.byPair(pair);
        return new RealName(row.id, row.state);
    }

    public Optional<RealName> find(long id) {
        return Optional.ofNullable(rows.find(id)).map(row -> new RealName(row.id, row.state));
    }

    /** For the worker: asks the provider outside any transaction, keeps the answer, says when to ask again. */
    public Next work(long id, RealNameProvider provider) {
        RealNameRow row = rows.find(id);
        if (row == null || row.state != State.CHECKING) {
            return Next.skip("settled before");
        }
        ResidentId number = new ResidentId(seal.open(place(id), row.documentSealed));
        Result result = provider.check(new PersonName(row.name).spelling(row.attempts), number);
        return tx.write(() -> answered(row, result));
    }

    /** Keeps the result and no name or number. Joins the transaction; for a check nobody's registration names any more. */
    public void forget(long id) {
        if (rows.drop(id) == 0) {
            rows.blank(id);
        }
    }

    private Next answered(RealNameRow row, Result result) {
        int mismatches = row.mismatches + (result == Result.MISMATCH ? 1 : 0);
        Recheck.Verdict verdict = Recheck.after(result, mismatches, row.attempts + 1, row.startedAt, clock.instant());
        if (verdict.settled() == null) {
            rows.answered(row.id, result, mismatches);
            return Next.later(verdict.askAgainIn(), "REALNAME_" + result);
        }
        if (rows.settle(row.id, verdict.settled(), result, mismatches, clock.instant()) == 1) {
            events.publishEvent(new RealName.Settled(row.id, verdict.settled()));
        }
        return Next.DONE;
    }

    private static Place place(long id) {
        return new Place("realname_check", "document", id);
    }
}

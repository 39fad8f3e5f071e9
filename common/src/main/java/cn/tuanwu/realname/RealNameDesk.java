package cn.tuanwu.realname;

import cn.tuanwu.kernel.Blind;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Seal;
import cn.tuanwu.kernel.Seal.Place;
import cn.tuanwu.kernel.Settings;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.push.Next;
import cn.tuanwu.push.Push;
import cn.tuanwu.push.PushDesk;
import cn.tuanwu.push.PushKind;
import cn.tuanwu.realname.RealName.Result;
import cn.tuanwu.realname.RealName.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Service;

/** Begins, answers and settles real-name checks. One check per pair of name and number, whoever asks. */
@Service
public class RealNameDesk {
    private final RealNameRows rows;
    private final RealNameBudget budget;
    private final PushDesk pushes;
    private final ApplicationEventPublisher events;
    private final Seal seal;
    private final Blind blind;
    private final Ids ids;
    private final Clock clock;
    private final Tx tx;
    private final Duration soonest;

    RealNameDesk(
            RealNameRows rows,
            RealNameBudget budget,
            PushDesk pushes,
            ApplicationEventPublisher events,
            Seal seal,
            Blind blind,
            Ids ids,
            Clock clock,
            Tx tx,
            Environment environment) {
        this.rows = rows;
        this.budget = budget;
        this.pushes = pushes;
        this.events = events;
        this.seal = seal;
        this.blind = blind;
        this.ids = ids;
        this.clock = clock;
        this.tx = tx;
        this.soonest = soonest(new Settings(environment));
    }

    /**
     * The check of this pair: the one there is (a pair that failed is not sent again, whoever asks) or a new one, queued for
     * the provider. Call inside the transaction of the submission.
     *
     * @param accountId who asks: so many checks a day are for one account, and for one document
     */
    public RealName begin(PersonName name, ResidentId number, long accountId) {
        byte[] pair = blind.of("name-and-number", name.normal() + '\n' + number.number());
        long id = ids.next();
        byte[] sealed = seal.seal(place(id), number.number());
        if (rows.insert(id, pair, name.text(), sealed, clock.instant(), accountId) == 1) {
            pushes.enqueue(Push.now(PushKind.REALNAME_CHECK, id));
        }
        return realName(rows.byPair(pair));
    }

    /** People held the document in their hands (线下通过): a check of its own, good for this registration and no other. */
    public RealName passOffline(long registrationId) {
        long id = ids.next();
        rows.insertOffline(id, blind.of("offline-pass", registrationId + ":" + id), clock.instant());
        return realName(rows.find(id));
    }

    public Optional<RealName> find(long id) {
        return Optional.ofNullable(rows.find(id)).map(RealNameDesk::realName);
    }

    /**
     * For the worker: asks the provider outside any transaction, keeps the answer, says when to ask again. What the day's
     * budget does not allow waits for the next day; what is not known after 72 hours is left to people.
     */
    public Next work(long id, RealNameProvider provider) {
        RealNameRow row = rows.find(id);
        if (row == null || row.state != State.CHECKING) {
            return Next.skip("settled before");
        }
        Instant now = clock.instant();
        ResidentId number = new ResidentId(seal.open(place(id), row.documentSealed));
        if (!budget.take(row, number)) {
            return waiting(row);
        }
        Result result = ask(provider, new PersonName(row.name).spelling(row.answers), number);
        if (result == Result.ERROR) {
            budget.giveBack(row, number, now);
        }
        return tx.write(() -> answered(row, result));
    }

    /** The checks an account asked for first. */
    public List<Long> askedBy(long accountId) {
        return rows.askedBy(accountId);
    }

    /**
     * Keeps nothing; of a pair that failed the keyed hash alone, so that it is not sent and paid for again. Joins the
     * transaction; for a check nobody's registration names any more.
     */
    public void erase(long id) {
        if (rows.erase(id) == 0) {
            rows.blank(id);
        }
    }

    private static Result ask(RealNameProvider provider, PersonName name, ResidentId number) {
        try {
            return provider.check(name, number);
        } catch (RuntimeException e) {
            // What a provider throws may quote what it was asked.
            return Result.ERROR;
        }
    }

    private Next waiting(RealNameRow row) {
        Instant now = clock.instant();
        if (Recheck.isLate(row.startedAt, now)) {
            return tx.write(() -> givenUp(row));
        }
        Duration pause = Recheck.atMost(Duration.between(now, budget.next(row.id)), row.startedAt, now);
        tx.run(() -> rows.waits(row.id, now.plus(pause)));
        return Next.held(pause, "the day's real-name checks are used up");
    }

    private Next givenUp(RealNameRow row) {
        return settled(row, rows.giveUp(row.id, clock.instant()), State.FAILED);
    }

    private Next answered(RealNameRow row, Result result) {
        RealNameRow after = row.with(result);
        Recheck.Verdict verdict = Recheck.after(
                result, after.mismatches, after.answers, row.attempts + 1, row.startedAt, clock.instant(), soonest);
        if (verdict.settled() == null) {
            return rows.answered(after, State.CHECKING, result, null) == 1
                    ? Next.later(verdict.askAgainIn(), "REALNAME_" + result)
                    : Next.skip("another worker has the answer");
        }
        return settled(row, rows.answered(after, verdict.settled(), result, clock.instant()), verdict.settled());
    }

    private Next settled(RealNameRow row, int moved, State state) {
        if (moved == 1) {
            events.publishEvent(new RealName.Settled(row.id, state));
        }
        return Next.DONE;
    }

    private static RealName realName(RealNameRow row) {
        return new RealName(row.id, row.state, row.waitsUntil);
    }

    private static Duration soonest(Settings settings) {
        try {
            Duration typed = Duration.parse(settings.optional("TUANWU_REALNAME_RECHECK", "PT12H"));
            if (!typed.isNegative() && !typed.isZero() && typed.compareTo(Recheck.WITHIN) <= 0) {
                return typed;
            }
        } catch (DateTimeParseException e) {
            // Told below.
        }
        settings.fault("TUANWU_REALNAME_RECHECK must be an ISO-8601 duration of at most a day such as PT12H");
        settings.refuseFaults();
        return Recheck.WITHIN;
    }

    private static Place place(long id) {
        return new Place("realname_check", "document", id);
    }
}

package cn.tuanwu.bot.inbox;

import cn.tuanwu.bot.xml.XmlFields;
import cn.tuanwu.kernel.Seal;
import cn.tuanwu.kernel.Seal.Place;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.push.Next;
import cn.tuanwu.push.Push;
import cn.tuanwu.push.PushDesk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Lends and settles the events {@link Intake} keeps. Leases are counted in the database's time. Who answers an event is
 * settled by one update of its row: the door that was promised the reply, or the push that is enqueued with it.
 */
@Service
public class Inbox {
    /** After this nobody believes any more that a promised reply was given. The platform waits five seconds for it. */
    private static final Duration UNHEARD = Duration.ofSeconds(15);

    private final InboxRows rows;
    private final PushDesk pushes;
    private final Seal seal;
    private final Tx tx;

    Inbox(InboxRows rows, PushDesk pushes, Seal seal, Tx tx) {
        this.rows = rows;
        this.pushes = pushes;
        this.seal = seal;
        this.tx = tx;
    }

    /** What was asked, and what is still to be said to it. */
    public record Unsaid(Event event, String words) {}

    /** Lends an event that nobody had yet; empty when somebody has or had it. */
    Optional<Lease> claimFirst(long id, String owner, Duration lease) {
        return rows.claimFirst(id, owner, micros(lease)) == 1 ? Optional.of(new Lease(id, 1, 0)) : Optional.empty();
    }

    /** Lends up to {@code max} events that are due. Each is committed before this returns. */
    List<Lease> claim(String owner, int max, Duration lease) {
        List<Lease> claimed = new ArrayList<>();
        for (InboxRow row : rows.due(max)) {
            if (rows.claim(row.id, row.claimNo, owner, micros(lease)) == 1) {
                claimed.add(new Lease(row.id, row.claimNo + 1, row.attempts));
            }
        }
        return claimed;
    }

    /** An event; empty when what was kept can't be read. */
    Optional<Event> open(long id) {
        InboxRow row = rows.find(id);
        return XmlFields.read(seal.open(payload(id), row.payload)).map(fields -> new Event(row.source, fields));
    }

    /** @return false when the lease was lost meanwhile: someone else has it, nothing was changed */
    boolean settle(Lease lease, Next next) {
        if (next instanceof Next.Later later) {
            return rows.later(lease.id(), lease.claim(), micros(later.after()), later.why()) == 1;
        }
        if (next instanceof Next.Never never) {
            return rows.settle(lease.id(), lease.claim(), "DEAD", never.why()) == 1;
        }
        return rows.settle(lease.id(), lease.claim(), "DONE", null) == 1;
    }

    /** Lets a door give the reply. Unless {@link #heard} follows soon, the event is handled again and a push says it. */
    boolean promise(Lease lease) {
        return rows.promise(lease.id(), lease.claim(), micros(UNHEARD)) == 1;
    }

    /** The promised reply was given: settles the event, together with what follows from it. */
    boolean heard(Lease lease, Runnable consequence) {
        return tx.write(() -> {
            boolean heard = rows.heard(lease.id(), lease.claim()) == 1;
            if (heard) {
                consequence.run();
            }
            return heard;
        });
    }

    /** Settles the event and leaves the reply to a push; from then on no door may give it. */
    boolean sayLater(Lease lease, Late late) {
        byte[] sealed = seal.seal(answer(lease.id()), late.words());
        return tx.write(() -> {
            boolean ours = rows.sayLater(lease.id(), lease.claim(), sealed) == 1;
            if (ours) {
                pushes.enqueue(Push.now(late.kind(), lease.id()));
            }
            return ours;
        });
    }

    /** For the push that says it; empty when the event is not kept any more. */
    public Optional<Unsaid> unsaid(long id) {
        return Optional.ofNullable(rows.find(id))
                .filter(row -> row.answer != null)
                .flatMap(row -> open(id).map(event -> new Unsaid(event, seal.open(answer(id), row.answer))));
    }

    static Place payload(long id) {
        return new Place("inbox", "payload", id);
    }

    private static Place answer(long id) {
        return new Place("inbox", "answer", id);
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }
}

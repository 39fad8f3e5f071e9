package cn.tuanwu.bot.inbox;

import cn.tuanwu.bot.xml.XmlFields;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Seal;
import cn.tuanwu.kernel.Seal.Place;
import cn.tuanwu.push.Next;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Keeps events once, lends and settles them. Leases are counted in the database's time. */
@Service
public class Inbox {
    /** How long a new event waits for the worker of the process that kept it before anyone may take it. */
    private static final Duration FIRST_GO = Duration.ofSeconds(3);

    private static final int LONGEST_EVENT = 40;

    private final InboxRows rows;
    private final Seal seal;
    private final Ids ids;

    Inbox(InboxRows rows, Seal seal, Ids ids) {
        this.rows = rows;
        this.seal = seal;
        this.ids = ids;
    }

    /**
     * Keeps the event unless it was kept before, and commits.
     *
     * @param xml the message as it was decrypted; sealed here
     * @return the id under which it is kept, for a second delivery that of the first
     */
    public long keep(Event event, String xml) {
        String source = event.source().name();
        byte[] key = event.key();
        long id = ids.next();
        try {
            rows.insert(id, source, key, cut(event.kind()), seal.seal(place(id), xml), micros(FIRST_GO));
            return id;
        } catch (DuplicateKeyException e) {
            return rows.idOf(source, key);
        }
    }

    /** Lends an event that nobody had yet; empty when somebody has or had it. */
    public Optional<Lease> claimFirst(long id, String owner, Duration lease) {
        return rows.claimFirst(id, owner, micros(lease)) == 1 ? Optional.of(new Lease(id, 1, 0)) : Optional.empty();
    }

    /** Lends up to {@code max} events that are due. Each is committed before this returns. */
    public List<Lease> claim(String owner, int max, Duration lease) {
        List<Lease> claimed = new ArrayList<>();
        for (InboxRow row : rows.due(max)) {
            if (rows.claim(row.id, row.claimNo, owner, micros(lease)) == 1) {
                claimed.add(new Lease(row.id, row.claimNo + 1, row.attempts));
            }
        }
        return claimed;
    }

    /** The event of a lease; empty when what was kept can't be read. */
    public Optional<Event> open(Lease lease) {
        InboxRow row = rows.find(lease.id());
        return XmlFields.read(seal.open(place(row.id), row.payload)).map(fields -> new Event(row.source, fields));
    }

    /** @return false when the lease was lost meanwhile: someone else has it, nothing was changed */
    public boolean settle(Lease lease, Next next) {
        if (next instanceof Next.Later later) {
            return rows.later(lease.id(), lease.claim(), micros(later.after()), later.why()) == 1;
        }
        if (next instanceof Next.Never never) {
            return rows.settle(lease.id(), lease.claim(), "DEAD", never.why()) == 1;
        }
        return rows.settle(lease.id(), lease.claim(), "DONE", null) == 1;
    }

    private static String cut(String kind) {
        String plain = kind.replaceAll("[^\\x21-\\x7E]", "?");
        return plain.substring(0, Math.min(plain.length(), LONGEST_EVENT));
    }

    private static Place place(long id) {
        return new Place("inbox", "payload", id);
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }
}

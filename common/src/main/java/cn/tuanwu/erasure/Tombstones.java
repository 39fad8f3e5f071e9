package cn.tuanwu.erasure;

import cn.tuanwu.kernel.Blind;
import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.registration.Departing.Leaver;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * What the law leaves of a member who was erased: number, branch, months, a keyed hash of the document, when, by whom. The
 * hash is of this table alone: it finds nothing elsewhere. Joins the transaction.
 */
@Component
public class Tombstones {
    private final ErasureRows rows;
    private final Blind blind;
    private final Ids ids;
    private final Clock clock;

    Tombstones(ErasureRows rows, Blind blind, Ids ids, Clock clock) {
        this.rows = rows;
        this.blind = blind;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param confirmedBy kind:id */
    public void raise(Leaver leaver, String confirmedBy) {
        Instant now = clock.instant();
        byte[] document = leaver.document() == null ? null : hash(leaver.document());
        ErasureRows.Stone stone = new ErasureRows.Stone(
                leaver.memberNumber(),
                leaver.approvedAt() == null ? null : month(leaver.approvedAt()),
                month(now));
        rows.bury(ids.next(), leaver.branch().id(), stone, document, now, confirmedBy);
    }

    /** Whether somebody with this document was registered here before and was erased. */
    public boolean knows(String document) {
        return rows.buried(hash(document)) > 0;
    }

    private byte[] hash(String document) {
        return blind.of("tombstone", document);
    }

    private static String month(Instant at) {
        return ChinaTime.date(at).toString().substring(0, 7);
    }
}

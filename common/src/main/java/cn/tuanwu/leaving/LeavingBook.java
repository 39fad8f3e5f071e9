package cn.tuanwu.leaving;

import cn.tuanwu.kernel.Seal;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads wishes, and keeps what was typed sealed. Who may see one is the caller's to know. */
@Component
public class LeavingBook {
    private final LeavingRows rows;
    private final OrgDesk organisations;
    private final Seal seal;

    LeavingBook(LeavingRows rows, OrgDesk organisations, Seal seal) {
        this.rows = rows;
        this.organisations = organisations;
        this.seal = seal;
    }

    public Optional<Leaving> find(long id) {
        return Optional.ofNullable(rows.find(id)).map(this::leaving);
    }

    void seal(LeavingRow row, String words, String evidence) {
        row.wordsSealed = sealed(row.id, "words", words);
        row.evidenceSealed = sealed(row.id, "evidence", evidence);
    }

    Leaving leaving(LeavingRow row) {
        return new Leaving(
                row.id,
                row.registrationId,
                row.accountId,
                organisation(row.branchId),
                row.kind,
                row.cause,
                opened(row.id, "words", row.wordsSealed),
                opened(row.id, "evidence", row.evidenceSealed),
                row.state,
                row.startedSide,
                row.startedName,
                row.startedAt,
                organisation(row.askedId),
                row.agreedName,
                row.agreedAt,
                row.endedAt,
                row.endedName,
                row.endReason);
    }

    private Organisation organisation(Long id) {
        return id == null ? null : organisations.find(id).orElseThrow();
    }

    private byte[] sealed(long id, String column, String plain) {
        return plain == null ? null : seal.seal(place(id, column), plain);
    }

    private String opened(long id, String column, byte[] sealed) {
        return sealed == null ? null : seal.open(place(id, column), sealed);
    }

    private static Seal.Place place(long id, String column) {
        return new Seal.Place("leaving_request", column, id);
    }
}

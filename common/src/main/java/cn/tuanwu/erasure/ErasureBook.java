package cn.tuanwu.erasure;

import cn.tuanwu.org.OrgDesk;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads requests. Who may read one is the caller's to know. */
@Component
public class ErasureBook {
    private final ErasureRequestRows rows;
    private final OrgDesk organisations;

    ErasureBook(ErasureRequestRows rows, OrgDesk organisations) {
        this.rows = rows;
        this.organisations = organisations;
    }

    /** For cards and their deciders. */
    public Optional<ErasureRequest> find(long id) {
        return Optional.ofNullable(rows.find(id)).map(this::erasure);
    }

    ErasureRequest erasure(ErasureRequestRow row) {
        return new ErasureRequest(
                row.id,
                row.accountId,
                row.registrationId,
                organisations.find(row.branchId).orElseThrow(),
                row.state,
                row.askedAt,
                row.decidedAt,
                row.decidedName,
                row.reason,
                row.doneAt);
    }
}

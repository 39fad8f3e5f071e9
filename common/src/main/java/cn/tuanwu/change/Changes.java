package cn.tuanwu.change;

import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.TreeDesk;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reads the requests, and ends those of organisations that are no more. */
@Component
class Changes {
    static final Refusal UNKNOWN = Refusal.of("ORGANISATION_UNKNOWN", "没有找到这个组织。");
    static final int LONGEST_REASON = 100;

    private final ChangeRows rows;
    private final OrgDesk organisations;
    private final Clock clock;

    Changes(ChangeRows rows, OrgDesk organisations, Clock clock) {
        this.rows = rows;
        this.organisations = organisations;
        this.clock = clock;
    }

    Change find(long id) {
        return change(rows.find(id));
    }

    Change change(ChangeRow row) {
        return new Change(
                row.id,
                row.kind,
                organisations.find(row.organisationId).orElseThrow(),
                Optional.ofNullable(row.targetId).flatMap(organisations::find).orElse(null),
                row.name,
                row.shortName,
                row.state,
                organisations.find(row.deciderId).orElseThrow(),
                organisations.find(row.askedFrom).orElseThrow(),
                row.askedBy,
                row.askedAt,
                row.reason,
                row.agreedBy,
                row.agreedAt,
                row.decidedBy,
                row.decidedAt,
                row.note);
    }

    @EventListener
    void closed(TreeDesk.OrganisationClosed closed) {
        rows.dropOf(closed.organisation().id(), clock.instant());
    }

    /** Why a reason can't be taken. */
    static Optional<Refusal> reason(String field, String reason) {
        if (reason.isEmpty()) {
            return Optional.of(Refusal.at(field, "REASON_MISSING", "请填写理由。"));
        }
        return reason.codePointCount(0, reason.length()) > LONGEST_REASON
                ? Optional.of(Refusal.at(field, "TOO_LONG", "最多 " + LONGEST_REASON + " 个字。"))
                : Optional.empty();
    }

    static String strip(String typed) {
        return typed == null ? "" : typed.strip();
    }
}

package cn.tuanwu.change;

import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.org.Organisation;
import java.time.Instant;

/**
 * A change somebody asked a superior for. PENDING → DONE | REFUSED (once) | WITHDRAWN; while PENDING one organisation
 * decides, and perhaps another after it.
 *
 * @param target the superior to be, or what to merge into; null of a rename
 * @param name the name wished for, of a rename
 * @param decider whose admins decide now, or decided last
 * @param agreedBy who agreed for the old superior, when the new one decides as well
 * @param note why it was refused, or null
 */
public record Change(
        long id,
        Kind kind,
        Organisation organisation,
        Organisation target,
        String name,
        String shortName,
        State state,
        Organisation decider,
        Organisation askedFrom,
        String askedBy,
        Instant askedAt,
        String reason,
        String agreedBy,
        Instant agreedAt,
        String decidedBy,
        Instant decidedAt,
        String note) {

    public enum Kind {
        RENAME,
        MOVE,
        MERGE
    }

    public enum State {
        PENDING,
        DONE,
        REFUSED,
        WITHDRAWN
    }

    /** Today's truth in one sentence, for who comes too late. */
    String verdict(Instant now) {
        return switch (state) {
            case PENDING -> "这项申请正等待“" + decider.shortName() + "”审批。";
            case DONE -> "这项申请已由 " + decidedBy + " 于 " + ChinaTime.brief(decidedAt, now) + " 同意。";
            case REFUSED -> "这项申请已由 " + decidedBy + " 于 " + ChinaTime.brief(decidedAt, now) + " 退回。";
            case WITHDRAWN -> "这项申请已撤回。";
        };
    }
}

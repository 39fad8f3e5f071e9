package cn.tuanwu.registration;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Holds a member's record still while its owner's request to be erased is open.
 * Joins the transaction of the cause.
 */
@Component
public class ErasureHold {
    public static final Refusal OPEN = Refusal.of("ERASURE_OPEN", "您已申请删除个人信息，办结前不能办理其他业务；如不再需要，请先在“我的数据”中撤回。");

    private final RegistrationRows rows;
    private final OrgDesk organisations;
    private final History history;

    ErasureHold(RegistrationRows rows, OrgDesk organisations, History history) {
        this.rows = rows;
        this.organisations = organisations;
        this.history = history;
    }

    /** The caller's registration; empty when nothing was begun. */
    public Optional<Leaver> of(Caller.OwnAccount caller) {
        return Optional.ofNullable(rows.byAccount(caller.accountId())).map(this::leaver);
    }

    /** @return false when something else was quicker: nothing was changed */
    public boolean begin(Leaver leaver) {
        boolean begun = rows.beginErasing(leaver.registrationId(), leaver.version()) == 1;
        if (begun) {
            history.add(leaver.registrationId(), History.What.ERASURE_ASKED, null, null);
        }
        return begun;
    }

    /** @param who the reviewer's name; null: the member */
    public void release(long registrationId, History.What ended, String who, String note) {
        rows.endErasing(registrationId);
        history.add(registrationId, ended, who, note);
    }

    private Leaver leaver(RegistrationRow row) {
        return new Leaver(
                row.id,
                row.accountId,
                row.version,
                row.state,
                row.branchId == null ? null : organisations.find(row.branchId).orElseThrow(),
                busy(row));
    }

    /** Who left may be erased; only another request can be in the way, for this or to come back. */
    private static Optional<Refusal> busy(RegistrationRow row) {
        if (!row.state.isLeft()) {
            return Business.refusal(row);
        }
        if (row.erasing) {
            return Optional.of(OPEN);
        }
        return row.leaving ? Optional.of(Departure.OPEN) : Optional.empty();
    }

    /**
     * Whose record it is.
     *
     * @param busy why no business may begin now, if so
     */
    public record Leaver(
            long registrationId,
            long accountId,
            int version,
            Registration.State state,
            Organisation branch,
            Optional<Refusal> busy) {}
}

package cn.tuanwu.registration;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Takes a member to another branch for a transfer, and holds the record still while the transfer is open. Joins the
 * transaction of the cause.
 */
@Component
public class Relocation {
    public static final Refusal OPEN = Refusal.of("TRANSFER_OPEN", "有一项组织关系转接正在办理，办结前不能修改资料或办理其他业务；如不再需要，请先撤回转接。");

    private final RegistrationRows rows;
    private final RegistrationBook book;
    private final OrgDesk organisations;
    private final History history;

    Relocation(RegistrationRows rows, RegistrationBook book, OrgDesk organisations, History history) {
        this.rows = rows;
        this.book = book;
        this.organisations = organisations;
        this.history = history;
    }

    /** Empty before the first submission. */
    public Optional<Standing> of(long registrationId) {
        return Optional.ofNullable(rows.find(registrationId))
                .filter(row -> row.branchId != null)
                .map(this::standing);
    }

    public Optional<Standing> of(Caller.OwnAccount caller) {
        return Optional.ofNullable(rows.byAccount(caller.accountId()))
                .filter(row -> row.branchId != null)
                .map(this::standing);
    }

    /** Whose it is by now; moves of one member happen one after the other until the transaction ends. */
    public Optional<Standing> lock(long registrationId) {
        return Optional.ofNullable(rows.lock(registrationId)).map(this::standing);
    }

    /**
     * @param who the name of who starts it; null: the member
     * @return false when something else was quicker: nothing was changed
     */
    public boolean begin(Standing standing, String who, String note) {
        boolean begun = rows.beginTransfer(standing.registrationId(), standing.version()) == 1;
        if (begun) {
            history.add(standing.registrationId(), History.What.TRANSFER_STARTED, who, note);
        }
        return begun;
    }

    /**
     * Holds the record still again, for a transfer that goes on after an appeal.
     *
     * @return false when something else was quicker: nothing was changed
     */
    public boolean resume(Standing standing, String who, String note) {
        boolean begun = rows.beginTransfer(standing.registrationId(), standing.version()) == 1;
        if (begun) {
            history.add(standing.registrationId(), History.What.APPEAL_ACCEPTED, who, note);
        }
        return begun;
    }

    /** For the member to read; nothing else changes. */
    public void tell(long registrationId, History.What what, String who, String note) {
        history.add(registrationId, what, who, note);
    }

    /**
     * The member is that branch's from now on; number and papers stay with them.
     *
     * @return false when no transfer is open: nothing was changed
     */
    public boolean move(long registrationId, Organisation to, String who, String note) {
        boolean moved = rows.relocate(registrationId, to.id()) == 1;
        if (moved) {
            rows.moveMember(registrationId, to.id());
            history.add(registrationId, History.What.TRANSFERRED, who, note);
        }
        return moved;
    }

    /** @param who the name of who ended it; null: the member */
    public void release(long registrationId, History.What ended, String who, String note) {
        rows.endTransfer(registrationId);
        history.add(registrationId, ended, who, note);
    }

    private Standing standing(RegistrationRow row) {
        return new Standing(
                row.id,
                row.accountId,
                row.version,
                organisations.find(row.branchId).orElseThrow(),
                Business.refusal(row),
                row.cadre,
                book.realName(row).state().isPassed());
    }

    /**
     * Where a member stands, and what stands in the way of leaving.
     *
     * @param busy why no business may begin now, if so
     */
    public record Standing(
            long registrationId,
            long accountId,
            int version,
            Organisation branch,
            Optional<Refusal> busy,
            boolean cadre,
            boolean identityProven) {}
}

package cn.tuanwu.registration;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.Roster;
import cn.tuanwu.account.AccountClosing;
import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.trace.Erasings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** 注销账号: an account goes with everything begun in it. A member's record is the organisation's and stays. */
@Service
public class ClosingDesk {
    private static final Refusal PENDING = Refusal.of("REGISTRATION_PENDING", "报到资料正在等待支部审核，不能注销账号；请先撤回报到，再来注销。");

    private final RegistrationRows rows;
    private final AccountClosing accounts;
    private final Traces traces;
    private final Erasings erasings;
    private final OrgDesk organisations;
    private final Roster roster;
    private final AuditDesk audit;
    private final Tx tx;

    ClosingDesk(
            RegistrationRows rows,
            AccountClosing accounts,
            Traces traces,
            Erasings erasings,
            OrgDesk organisations,
            Roster roster,
            AuditDesk audit,
            Tx tx) {
        this.rows = rows;
        this.accounts = accounts;
        this.traces = traces;
        this.erasings = erasings;
        this.organisations = organisations;
        this.roster = roster;
        this.audit = audit;
        this.tx = tx;
    }

    /** Why not, if not: REGISTRATION_PENDING, RECORD_KEPT. */
    public Optional<Refusal> refusal(Caller.OwnAccount caller) {
        return refusal(rows.byAccount(caller.accountId()));
    }

    /**
     * Removes the account, its draft, sessions and codes. Whether the caller is the owner was asked before. Refused as
     * {@link #refusal}.
     */
    public Outcome<Boolean> close(Caller.OwnAccount caller) {
        return tx.write(() -> {
            accounts.hold(caller.accountId());
            RegistrationRow row = rows.byAccount(caller.accountId());
            Optional<Refusal> refusal = refusal(row);
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            if (!dissolve(caller.accountId())) {
                return Outcome.refused(Registration.MOVED_ON);
            }
            audit.append(caller.actor(), "account.closed", "account", caller.accountId(), null);
            return Outcome.done(true);
        });
    }

    /** Joins the transaction. False when its registration waits for somebody or is a member's: then nothing was changed. */
    public boolean dissolve(long accountId) {
        accounts.hold(accountId);
        RegistrationRow row = rows.byAccount(accountId);
        if (row != null && !isFree(rows.lock(row.id))) {
            return false;
        }
        erasings.erase(traces.of(accountId));
        return true;
    }

    private static boolean isFree(RegistrationRow row) {
        return row == null || row.state.isEditable() && !row.held;
    }

    private Optional<Refusal> refusal(RegistrationRow row) {
        if (row == null || row.state.isEditable()) {
            return Optional.empty();
        }
        return Optional.of(row.state == Registration.State.PENDING ? PENDING : kept(row));
    }

    private Refusal kept(RegistrationRow row) {
        Organisation branch = organisations.find(row.branchId).orElseThrow();
        List<Roster.Person> askable = roster.decidersOf(branch);
        String whom = askable.isEmpty()
                ? "上级团组织"
                : askable.stream().limit(3).map(Roster.Person::name).collect(Collectors.joining("、"));
        return Refusal.of(
                "RECORD_KEPT",
                "您已完成报到，团员档案属于团组织，不能自行注销。如报到有误需要删除，请联系" + branch.name() + "（" + whom
                        + "），由上级团组织核实后办理；也可以在“我的数据”中申请删除个人信息，由上级团组织确认。");
    }
}

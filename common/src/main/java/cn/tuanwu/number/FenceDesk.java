package cn.tuanwu.number;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.Seat;
import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Shows how the ledger stands against what was issued, and opens the {@link Fence} again: an admin of the root sees what
 * the database has forgotten and confirms that it is to be issued again as it was, part by part, so that no transaction
 * is long and a crash in between loses nothing.
 */
@Service
public class FenceDesk {
    private static final int AT_ONCE = 500;
    private static final int SHOWN = 200;

    private final Fence fence;
    private final Replay replay;
    private final LedgerRows rows;
    private final OrgDesk organisations;
    private final AuditDesk audit;
    private final Tx tx;

    FenceDesk(Fence fence, Replay replay, LedgerRows rows, OrgDesk organisations, AuditDesk audit, Tx tx) {
        this.fence = fence;
        this.replay = replay;
        this.rows = rows;
        this.organisations = organisations;
        this.audit = audit;
        this.tx = tx;
    }

    /** Compares now. What is missing is shown to the root alone. */
    public Standing look(Caller.AtConsole caller) {
        Fence.View view = fence.look();
        List<Journal.Entry> missing = view.isClosed() ? fence.missing(view) : List.of();
        boolean root = isRoot(caller);
        return new Standing(
                view.isClosed(),
                view.database(),
                view.issued(),
                root && caller.seat().role() == Seat.Role.ADMIN,
                missing.size(),
                root ? missing.stream().limit(SHOWN).map(this::told).toList() : List.of());
    }

    /**
     * Issues the first {@value #AT_ONCE} missing lines again; the answer says what is left. Refused with NOT_ROOT, with
     * LEDGER_MOVED_ON when the two positions are not those that were shown.
     */
    public Outcome<Standing> confirm(Caller.Admin caller, long database, long issued) {
        if (!isRoot(caller)) {
            return Outcome.refused(Refusal.of("NOT_ROOT", "只有最上级组织的管理员可以核对编号台账。"));
        }
        Fence.View view = fence.look();
        if (!view.isClosed() || view.database() != database || view.issued() != issued) {
            return Outcome.refused(movedOn());
        }
        List<Journal.Entry> missing = fence.missing(view);
        List<Journal.Entry> part = part(missing);
        long reached = part.size() == missing.size()
                ? issued
                : part.get(part.size() - 1).position();
        Outcome<Long> done = tx.write(() -> {
            if (rows.jump(database, reached) == 0) {
                return Outcome.refused(movedOn());
            }
            part.forEach(replay::again);
            audit.append(
                    caller.actor(), "numbers.reconciled", "ledger", 1, database + "–" + reached + ": " + part.size());
            return Outcome.done(reached);
        });
        return done.map(now -> look(caller));
    }

    /** Lines of one position stay together: they were one transaction. */
    private static List<Journal.Entry> part(List<Journal.Entry> missing) {
        int end = Math.min(AT_ONCE, missing.size());
        while (end > 0
                && end < missing.size()
                && missing.get(end).position() == missing.get(end - 1).position()) {
            end++;
        }
        return missing.subList(0, end);
    }

    private static boolean isRoot(Caller.AtConsole caller) {
        return caller.organisation().parentId() == null;
    }

    private static Refusal movedOn() {
        return Refusal.of("LEDGER_MOVED_ON", "台账刚刚有了变化，请重新查看后再确认。");
    }

    private Missing told(Journal.Entry entry) {
        Issue issue = entry.issue();
        if (issue instanceof Issue.Given given) {
            String what = given.parent() == null ? "登记号段" : "分配号段";
            return told(entry, what, given.range(), given.organisation());
        }
        if (issue instanceof Issue.Back back) {
            return told(entry, "收回号段", back.range(), 0);
        }
        if (issue instanceof Issue.Moved moved) {
            return new Missing(entry.at(), entry.confirmed(), "号段随组织合并", "", name(moved.into()));
        }
        Issue.Taken taken = (Issue.Taken) issue;
        String what =
                switch (taken.state()) {
                    case HANDED_OUT -> "发出编号";
                    case VOID -> "作废编号";
                    default -> "报到使用编号";
                };
        return told(entry, what, NumberRange.of(new MemberNumber(taken.number())), taken.handedTo());
    }

    private Missing told(Journal.Entry entry, String what, NumberRange range, long organisation) {
        String numbers = range.size() == 1 ? range.start() : range.start() + "–" + range.end();
        return new Missing(entry.at(), entry.confirmed(), what, numbers, organisation == 0 ? "" : name(organisation));
    }

    private String name(long organisation) {
        return organisations.find(organisation).map(Organisation::name).orElse("（数据库中已没有的组织）");
    }

    /**
     * @param database how far the database says issuing has come
     * @param issued how far it came
     * @param mayConfirm whether the caller may let it go on
     * @param missing how many lines of the journal are not in the database
     * @param items the first of them
     */
    public record Standing(
            boolean closed, long database, long issued, boolean mayConfirm, int missing, List<Missing> items) {}

    /** @param certain false: the commit was never confirmed; it is taken for issued all the same */
    public record Missing(Instant at, boolean certain, String what, String numbers, String organisation) {}
}

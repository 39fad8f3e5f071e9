package cn.tuanwu.graduation;

import cn.tuanwu.access.Caller;
import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.graduation.GraduateBatch.Blocker;
import cn.tuanwu.graduation.GraduateBatch.LineState;
import cn.tuanwu.graduation.GraduateBatch.State;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.transfer.TransferBatches;
import cn.tuanwu.transfer.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * Starts the transfers of many members: chosen, checked, confirmed, started one by one ({@link BatchStarting}). A batch
 * exists for the seat that made it.
 */
@Service
public class GraduateBatchDesk {
    public static final int MOST_LINES = 5_000;
    private static final int SHOWN = 20;
    private static final int KEPT_DAYS = 30;
    static final Refusal UNKNOWN = Refusal.of("GRADUATE_BATCH_UNKNOWN", "没有找到这批转接，请重新选择团员。");
    static final Refusal NOT_CHECKED = Refusal.of("GRADUATE_BATCH_NOT_CHECKED", "这批转接还没有检查完，或已经发起、已经取消。");
    private static final Refusal NOBODY = Refusal.of("GRADUATES_NONE_CHOSEN", "请先选择团员。");
    private static final Refusal TOO_MANY = Refusal.of("GRADUATES_TOO_MANY", "一批最多 " + MOST_LINES + " 人，请缩小范围，分几批办理。");
    private static final Refusal NO_GOOD = Refusal.of("GRADUATES_NOBODY_GOOD", "没有可以发起转接的团员，请按检查报告处理后再试。");

    private final GraduateBatchRows rows;
    private final GraduateLines lines;
    private final GraduateDesk graduates;
    private final TransferBatches transfers;
    private final OrgDesk organisations;
    private final AuditDesk audit;
    private final Ids ids;
    private final Tx tx;

    GraduateBatchDesk(
            GraduateBatchRows rows,
            GraduateLines lines,
            GraduateDesk graduates,
            TransferBatches transfers,
            OrgDesk organisations,
            AuditDesk audit,
            Ids ids,
            Tx tx) {
        this.rows = rows;
        this.lines = lines;
        this.graduates = graduates;
        this.transfers = transfers;
        this.organisations = organisations;
        this.audit = audit;
        this.ids = ids;
        this.tx = tx;
    }

    /**
     * One wish for the ticked members. Joins the transaction. Refused beside fields as a transfer's wish is, and with
     * GRADUATES_NONE_CHOSEN, GRADUATES_TOO_MANY, MEMBER_UNKNOWN. Whether each may go the check says.
     */
    public Outcome<Long> choose(Caller.Reviewer caller, List<Long> registrations, Wish wish) {
        List<Refusal> faults = wish.faults();
        List<Long> chosen = registrations.stream().distinct().toList();
        if (!faults.isEmpty()) {
            return Outcome.refused(faults);
        }
        if (chosen.isEmpty() || chosen.size() > MOST_LINES) {
            return Outcome.refused(chosen.isEmpty() ? NOBODY : TOO_MANY);
        }
        if (rows.within(caller.organisation().path() + '%', chosen) != chosen.size()) {
            return Outcome.refused(GraduationDesk.MEMBER_UNKNOWN);
        }
        return Outcome.done(tx.write(() -> {
            long id = ids.next();
            rows.insert(id, caller.actor(), caller.organisation().id(), lines.sealed(id, wish));
            lines.keepMembers(id, chosen);
            audit.append(caller.actor(), "graduate-batch.made", "graduate-batch", id, chosen.size() + " members");
            return id;
        }));
    }

    /** One wish for whoever graduates, as the filter says now, and has no transfer. Refused as above, and as the list is. */
    public Outcome<Long> choose(Caller.Reviewer caller, GraduateDesk.Filter filter, Wish wish) {
        GraduateDesk.Filter still =
                new GraduateDesk.Filter(filter.until(), filter.organisation(), filter.name(), Graduation.Standing.NONE);
        Outcome<Integer> total = graduates.total(caller, still, MOST_LINES + 1);
        if (total instanceof Outcome.Refused<Integer> refused) {
            return Outcome.refused(refused.refusals());
        }
        if (((Outcome.Done<Integer>) total).value() > MOST_LINES) {
            return Outcome.refused(TOO_MANY);
        }
        List<Long> chosen = new ArrayList<>();
        graduates.each(caller, still, one -> chosen.add(one.registrationId()));
        return choose(caller, chosen, wish);
    }

    /** A wish in each line, at most {@link #MOST_LINES}. Joins the transaction. */
    public long keep(Caller.Reviewer caller, List<GraduateBatch.Line> sheet) {
        return tx.write(() -> {
            long id = ids.next();
            rows.insert(id, caller.actor(), caller.organisation().id(), null);
            lines.keepSheet(id, sheet);
            audit.append(caller.actor(), "graduate-batch.made", "graduate-batch", id, sheet.size() + " lines");
            return id;
        });
    }

    public Optional<GraduateBatch> find(Caller.Reviewer caller, long id) {
        return own(caller, id).map(this::batch);
    }

    /** The seat's, newest first. */
    public List<GraduateBatch> list(Caller.Reviewer caller) {
        return rows.of(caller.actor(), caller.organisation().id(), SHOWN).stream()
                .map(this::batch)
                .toList();
    }

    /**
     * Joins the transaction. One that is confirmed already may be carried out again: it may have been given up, and nobody
     * is started twice. Refused with GRADUATE_BATCH_UNKNOWN, GRADUATE_BATCH_NOT_CHECKED, GRADUATES_NOBODY_GOOD.
     */
    public Outcome<GraduateBatch> confirm(Caller.Reviewer caller, long id) {
        return tx.write(() -> {
            Optional<GraduateBatch> batch = find(caller, id);
            if (batch.isEmpty()) {
                return Outcome.refused(UNKNOWN);
            }
            if (batch.get().state() == State.CHECKED && batch.get().good() == 0) {
                return Outcome.refused(NO_GOOD);
            }
            if (batch.get().state() != State.CONFIRMED && rows.move(id, State.CHECKED, State.CONFIRMED) == 0) {
                return Outcome.refused(NOT_CHECKED);
            }
            audit.append(
                    caller.actor(),
                    "graduate-batch.confirmed",
                    "graduate-batch",
                    id,
                    batch.get().good() + " members");
            return Outcome.done(batch.get());
        });
    }

    /**
     * Nobody more is started; what has started goes on. For the seat that made it, and for an admin at or above it. Refused with
     * GRADUATE_BATCH_UNKNOWN, GRADUATE_BATCH_NOT_CHECKED.
     */
    public Outcome<GraduateBatch> cancel(Caller.Reviewer caller, long id) {
        return tx.write(() -> {
            if (stoppable(caller, id).isEmpty()) {
                return Outcome.refused(UNKNOWN);
            }
            if (rows.move(id, State.CONFIRMED, State.CANCELLED) == 0
                    && rows.move(id, State.CHECKED, State.CANCELLED) == 0
                    && rows.move(id, State.CHECKING, State.CANCELLED) == 0) {
                return Outcome.refused(NOT_CHECKED);
            }
            audit.append(caller.actor(), "graduate-batch.cancelled", "graduate-batch", id, null);
            return Outcome.done(batch(rows.find(id)));
        });
    }

    /** Each line with what stands in its way; in the order of the batch. */
    public void report(Caller.Reviewer caller, long id, Consumer<GraduateBatch.Report> each) {
        own(caller, id).ifPresent(mine -> lines.eachReport(id, each));
    }

    /** Forgets what was kept long enough; the transfers stay. Every node may do it. */
    public void sweep() {
        rows.olderThan(KEPT_DAYS)
                .forEach(id -> tx.run(() -> {
                    rows.forgetLines(id);
                    rows.forget(id);
                }));
    }

    Optional<GraduateBatchRow> own(Caller.Reviewer caller, long id) {
        return Optional.ofNullable(rows.find(id))
                .filter(row -> row.actor.equals(caller.actor())
                        && row.organisationId == caller.organisation().id());
    }

    private Optional<GraduateBatchRow> stoppable(Caller.Reviewer caller, long id) {
        return own(caller, id).or(() -> Optional.ofNullable(rows.find(id))
                .filter(row -> caller.seat().as(Caller.Admin.class).isPresent()
                        && organisations
                                .find(row.organisationId)
                                .filter(made -> made.isWithin(caller.organisation()))
                                .isPresent()));
    }

    private GraduateBatch batch(GraduateBatchRow row) {
        Map<LineState, Integer> counts =
                rows.counts(row.id).stream().collect(Collectors.toMap(count -> count.state, count -> count.counted));
        return new GraduateBatch(
                row.id,
                row.state,
                counts.values().stream().mapToInt(Integer::intValue).sum(),
                counts.getOrDefault(LineState.GOOD, 0),
                counts.getOrDefault(LineState.BAD, 0),
                counts.getOrDefault(LineState.STARTED, 0),
                counts.getOrDefault(LineState.FAILED, 0),
                rows.blockers(row.id).stream()
                        .map(one -> new Blocker(one.code, one.fault, one.counted))
                        .toList(),
                transfers.counts(row.id),
                row.createdAt);
    }
}

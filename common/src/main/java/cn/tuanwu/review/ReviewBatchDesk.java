package cn.tuanwu.review;

import cn.tuanwu.access.Caller;
import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.review.ReviewBatch.LineState;
import cn.tuanwu.review.ReviewBatch.State;
import cn.tuanwu.review.ReviewBatch.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Many reviews chosen for one stored decision ({@link BatchDeciding}). A batch exists for the seat that made it. */
@Service
public class ReviewBatchDesk {
    public static final int MOST_TASKS = 5_000;
    private static final int AT_A_TIME = 200;
    private static final int SHOWN = 100;
    static final Refusal UNKNOWN = Refusal.of("REVIEW_BATCH_UNKNOWN", "没有找到这次批量审核。");
    private static final Refusal OVER = Refusal.of("REVIEW_BATCH_OVER", "这次批量审核已经结束。");
    private static final Refusal NOTHING = Refusal.of("REVIEWS_NONE_CHOSEN", "没有可以审核的内容，请重新选择。");
    private static final Refusal TOO_MANY = Refusal.of("REVIEWS_TOO_MANY", "一次最多审核 " + MOST_TASKS + " 条，请缩小范围，分几次办理。");
    private static final Refusal ORGANISATION_UNKNOWN = Refusal.of("ORGANISATION_UNKNOWN", "没有找到这个组织。");
    private static final Refusal BRANCH_UNKNOWN =
            Refusal.at("branchId", "ORGANISATION_UNKNOWN", "没有找到这个团支部，请选择本组织下面的团支部。");
    private static final Refusal SINGLY = Refusal.of("OFFLINE_NOT_NEEDED", "线下通过需要逐条办理。");

    private final ReviewBatchRows rows;
    private final PendingDesk pending;
    private final OrgDesk organisations;
    private final BatchNotice notice;
    private final AuditDesk audit;
    private final Ids ids;
    private final Tx tx;

    ReviewBatchDesk(
            ReviewBatchRows rows,
            PendingDesk pending,
            OrgDesk organisations,
            BatchNotice notice,
            AuditDesk audit,
            Ids ids,
            Tx tx) {
        this.notice = notice;
        this.rows = rows;
        this.pending = pending;
        this.organisations = organisations;
        this.audit = audit;
        this.ids = ids;
        this.tx = tx;
    }

    /** Those ticked. Joins the transaction. Refused with TASK_UNKNOWN, REVIEWS_NONE_CHOSEN, REVIEWS_TOO_MANY, ORGANISATION_UNKNOWN. */
    public Outcome<Long> choose(Caller.Reviewer caller, List<Long> tasks, Decision decision) {
        List<Long> chosen = tasks.stream().distinct().sorted().toList();
        if (!chosen.isEmpty() && chosen.size() <= MOST_TASKS && rows.within(prefix(caller), chosen) != chosen.size()) {
            return Outcome.refused(ReviewDesk.UNKNOWN);
        }
        return keep(caller, chosen, decision);
    }

    /** All that waits under a filter now. Refused as above. */
    public Outcome<Long> choose(Caller.Reviewer caller, PendingDesk.Wish filter, Decision decision) {
        if (filter.organisation() != null && !isWithin(caller, organisations.find(filter.organisation()))) {
            return Outcome.refused(ORGANISATION_UNKNOWN);
        }
        List<Long> chosen = new ArrayList<>();
        Long after = null;
        do {
            PendingDesk.Page page = pending.page(caller, filter, after, AT_A_TIME);
            page.tasks().forEach(task -> chosen.add(task.id()));
            after = page.next();
        } while (after != null && chosen.size() <= MOST_TASKS);
        return keep(caller, chosen, decision);
    }

    /** All that waits of transfers started together. Refused as above. */
    public Outcome<Long> chooseTogether(Caller.Reviewer caller, long transferBatchId, Decision decision) {
        List<Long> chosen = rows.startedTogether(prefix(caller), transferBatchId, MOST_TASKS + 1);
        return chosen.isEmpty() ? Outcome.refused(ReviewDesk.UNKNOWN) : keep(caller, chosen, decision);
    }

    private Outcome<Long> keep(Caller.Reviewer caller, List<Long> tasks, Decision decision) {
        if (decision instanceof Decision.PassOffline) {
            return Outcome.refused(SINGLY);
        }
        if (decision instanceof Decision.Assign assign && !isTheirs(caller, assign.branchId())) {
            return Outcome.refused(BRANCH_UNKNOWN);
        }
        if (tasks.isEmpty() || tasks.size() > MOST_TASKS) {
            return Outcome.refused(tasks.isEmpty() ? NOTHING : TOO_MANY);
        }
        return Outcome.done(tx.write(() -> {
            ReviewBatchRow row = row(caller, decision);
            rows.insert(row);
            for (int from = 0; from < tasks.size(); from += AT_A_TIME) {
                rows.insertLines(row.id, tasks.subList(from, Math.min(from + AT_A_TIME, tasks.size())));
            }
            audit.append(caller.actor(), "review-batch.made", "review-batch", row.id, row.verdict + " " + tasks.size());
            return row.id;
        }));
    }

    /**
     * The rest stays undecided. For the seat that made it, and for an admin at or above it. Refused with
     * REVIEW_BATCH_UNKNOWN, REVIEW_BATCH_OVER.
     */
    public Outcome<ReviewBatch> cancel(Caller.Reviewer caller, long id) {
        return cancel(caller, id, null);
    }

    Outcome<ReviewBatch> cancel(Caller.Reviewer caller, long id, String why) {
        return tx.write(() -> {
            if (stoppable(caller, id).isEmpty()) {
                return Outcome.refused(UNKNOWN);
            }
            if (rows.end(id, State.CANCELLED) == 0) {
                return Outcome.refused(OVER);
            }
            notice.tell(id);
            audit.append(caller.actor(), "review-batch.cancelled", "review-batch", id, why);
            return Outcome.done(batch(rows.find(id)));
        });
    }

    public Optional<ReviewBatch> find(Caller.Reviewer caller, long id) {
        return own(caller, id).map(this::batch);
    }

    private ReviewBatch batch(ReviewBatchRow row) {
        Map<LineState, Integer> counts =
                rows.counts(row.id).stream().collect(Collectors.toMap(line -> line.state, line -> line.counted));
        int waiting = counts.getOrDefault(LineState.WAITING, 0);
        int done = counts.getOrDefault(LineState.DONE, 0);
        int refused = counts.getOrDefault(LineState.REFUSED, 0);
        return new ReviewBatch(
                row.id,
                row.state,
                row.verdict,
                waiting + done + refused,
                waiting,
                done,
                refused,
                rows.refused(row.id, 0, SHOWN).stream()
                        .map(line -> new ReviewBatch.Line(line.taskId, line.name, line.state, line.code, line.text))
                        .toList(),
                row.createdAt);
    }

    /** For the notice to the admins above; who reads it is the push's to know. */
    public Optional<Summary> summary(long id) {
        return Optional.ofNullable(rows.find(id)).map(row -> {
            int done = rows.counts(id).stream()
                    .filter(line -> line.state == LineState.DONE)
                    .mapToInt(line -> line.counted)
                    .sum();
            String by = organisations.find(row.organisationId).orElseThrow().name();
            return new Summary(by, row.verdict, done);
        });
    }

    /** What was started together and waits in the caller's subtree. */
    public List<ReviewBatch.Group> groups(Caller.Viewer caller) {
        return rows.groups(prefix(caller), SHOWN).stream()
                .map(row -> new ReviewBatch.Group(
                        row.batchId, row.name, row.fromName, row.targetName, row.counted, row.since))
                .toList();
    }

    Optional<ReviewBatchRow> own(Caller.Reviewer caller, long id) {
        return Optional.ofNullable(rows.find(id))
                .filter(row -> row.actor.equals(caller.actor())
                        && row.organisationId == caller.organisation().id());
    }

    private Optional<ReviewBatchRow> stoppable(Caller.Reviewer caller, long id) {
        return own(caller, id).or(() -> Optional.ofNullable(rows.find(id))
                .filter(row -> caller.seat().as(Caller.Admin.class).isPresent()
                        && isWithin(caller, organisations.find(row.organisationId))));
    }

    private boolean isTheirs(Caller.Reviewer caller, long branch) {
        return isWithin(caller, organisations.branch(branch));
    }

    private static boolean isWithin(Caller.Reviewer caller, Optional<Organisation> found) {
        return found.filter(one -> one.isWithin(caller.organisation())).isPresent();
    }

    private ReviewBatchRow row(Caller.Reviewer caller, Decision decision) {
        ReviewBatchRow row = new ReviewBatchRow();
        row.id = ids.next();
        row.actor = caller.actor();
        row.organisationId = caller.organisation().id();
        row.verdict = decision instanceof Decision.SendBack ? Verdict.RETURN : Verdict.APPROVE;
        if (decision instanceof Decision.SendBack back) {
            row.reasonCode = back.reason().name();
            row.note = back.note();
        }
        row.branchId = decision instanceof Decision.Assign assign ? assign.branchId() : null;
        return row;
    }

    private static String prefix(Caller.AtConsole caller) {
        return caller.organisation().path() + '%';
    }

    /** @param by the organisation whose seat decided */
    public record Summary(String by, Verdict verdict, int decided) {}
}

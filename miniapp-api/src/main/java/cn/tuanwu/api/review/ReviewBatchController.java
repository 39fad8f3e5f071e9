package cn.tuanwu.api.review;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.TypedId;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.once.Once;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.job.JobDesk;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.ReviewBatch;
import cn.tuanwu.review.ReviewBatchDesk;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 批量审核: one stored decision for very many reviews, carried out by a job. */
@RestController
@RequestMapping("/api/console/review-batches")
class ReviewBatchController {
    private final ReviewBatchDesk batches;
    private final JobDesk jobs;
    private final Once once;

    ReviewBatchController(ReviewBatchDesk batches, JobDesk jobs, Once once) {
        this.batches = batches;
        this.jobs = jobs;
        this.once = once;
    }

    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    byte[] decide(Caller.Reviewer caller, Call call, @RequestBody Chosen wish) {
        Decision decision = RefusedRequest.unlessDone(
                new TypedDecision(wish.decision, wish.reason, wish.note, wish.branchId).read());
        return once.json(call, () -> started(caller, chosen(caller, wish, decision)));
    }

    @GetMapping("/{id}")
    View one(Caller.Reviewer caller, @PathVariable("id") String id) {
        return batches.find(caller, TypedId.of(id))
                .map(View::of)
                .orElseThrow(() -> new RefusedRequest("REVIEW_BATCH_UNKNOWN", "没有找到这次批量审核。"));
    }

    /** 取消其余 */
    @PostMapping(path = "/{id}/cancel", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] cancel(Caller.Reviewer caller, Call call, @PathVariable("id") String id) {
        return once.json(call, () -> batches.cancel(caller, TypedId.of(id)).map(View::of));
    }

    /** Transfers that were started together and wait here. */
    @GetMapping("/waiting")
    Groups waiting(Caller.Viewer caller) {
        return new Groups(batches.groups(caller).stream().map(Group::of).toList());
    }

    private Outcome<Long> chosen(Caller.Reviewer caller, Chosen wish, Decision decision) {
        if (wish.taskIds != null) {
            return batches.choose(caller, wish.taskIds.stream().map(TypedId::of).toList(), decision);
        }
        return wish.transferBatchId != null
                ? batches.chooseTogether(caller, TypedId.of(wish.transferBatchId), decision)
                : batches.choose(
                        caller,
                        new TypedFilter(wish.kind, wish.realName, wish.organisation, wish.olderThanHours).read(),
                        decision);
    }

    private Outcome<Started> started(Caller.Reviewer caller, Outcome<Long> batch) {
        if (batch instanceof Outcome.Refused<Long> refused) {
            return Outcome.refused(refused.refusals());
        }
        String id = Long.toString(((Outcome.Done<Long>) batch).value());
        return jobs.start(caller, ReviewBatchWork.KIND, id).map(job -> new Started(id, Long.toString(job.id())));
    }

    /**
     * Which, and what.
     *
     * @param taskIds those ticked; null: those of {@code transferBatchId}; null as well: all of the filter
     */
    record Chosen(
            List<String> taskIds,
            String transferBatchId,
            String kind,
            String realName,
            String organisation,
            Integer olderThanHours,
            String decision,
            String reason,
            String note,
            String branchId) {
        @Override
        public String toString() {
            return "Chosen[" + decision + "]";
        }
    }

    record Started(String id, String job) {}

    record Line(String taskId, String name, String code, String text) {}

    /** @param refusals the first hundred that could not be decided so */
    record View(
            String id,
            ReviewBatch.State state,
            ReviewBatch.Verdict verdict,
            int total,
            int waiting,
            int decided,
            int refused,
            List<Line> refusals,
            Instant createdAt) {
        static View of(ReviewBatch batch) {
            return new View(
                    Long.toString(batch.id()),
                    batch.state(),
                    batch.verdict(),
                    batch.total(),
                    batch.waiting(),
                    batch.decided(),
                    batch.refused(),
                    batch.refusals().stream()
                            .map(line -> new Line(Long.toString(line.taskId()), line.name(), line.code(), line.text()))
                            .toList(),
                    batch.createdAt());
        }
    }

    record Groups(List<Group> items) {}

    /** @param target null out of the province */
    record Group(String transferBatchId, String startedBy, String from, String target, int waiting, Instant since) {
        static Group of(ReviewBatch.Group group) {
            return new Group(
                    Long.toString(group.transferBatchId()),
                    group.startedBy(),
                    group.from(),
                    group.target(),
                    group.waiting(),
                    group.since());
        }
    }
}

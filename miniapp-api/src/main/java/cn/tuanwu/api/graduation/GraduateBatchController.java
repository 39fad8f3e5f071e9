package cn.tuanwu.api.graduation;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.TypedId;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.once.Once;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.graduation.GraduateBatch;
import cn.tuanwu.graduation.GraduateBatchDesk;
import cn.tuanwu.graduation.GraduateDesk;
import cn.tuanwu.job.JobDesk;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.transfer.Transfer;
import cn.tuanwu.transfer.Wish;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 批量转接: members are chosen, or handed in as a sheet, and checked; then the good ones are started. */
@RestController
@RequestMapping("/api/console/graduation")
class GraduateBatchController {
    private final GraduateBatchDesk batches;
    private final JobDesk jobs;
    private final Once once;

    GraduateBatchController(GraduateBatchDesk batches, JobDesk jobs, Once once) {
        this.batches = batches;
        this.jobs = jobs;
        this.once = once;
    }

    /** The ticked ones, or all of the filter. */
    @PostMapping(path = "/batches", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    byte[] choose(Caller.Reviewer caller, Call call, @RequestBody Chosen wish) {
        return once.json(
                call,
                () -> started(
                        caller,
                        wish.registrationIds == null
                                ? batches.choose(caller, wish.filter(), wish.wish())
                                : batches.choose(caller, GraduationController.ids(wish.registrationIds), wish.wish()),
                        GraduateCheckWork.KIND));
    }

    /** The body is the .xlsx file. */
    @PostMapping(path = "/sheets", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    byte[] handIn(Caller.Reviewer caller, Call call, InputStream body) throws IOException {
        List<GraduateBatch.Line> lines = RefusedRequest.unlessDone(GraduateSheet.read(body.readAllBytes()));
        return once.json(
                call, () -> started(caller, Outcome.done(batches.keep(caller, lines)), GraduateCheckWork.KIND));
    }

    @GetMapping("/sheets/template.xlsx")
    ResponseEntity<byte[]> template(Caller.Reviewer caller) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        GraduateWorkbook.template(file);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(GraduateWorkbook.XLSX))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("毕业生转接模板.xlsx", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file.toByteArray());
    }

    @GetMapping("/batches")
    Batches list(Caller.Reviewer caller) {
        return new Batches(batches.list(caller).stream().map(View::of).toList());
    }

    @GetMapping("/batches/{id}")
    View one(Caller.Reviewer caller, @PathVariable("id") String id) {
        return batches.find(caller, TypedId.of(id))
                .map(View::of)
                .orElseThrow(() -> new RefusedRequest("GRADUATE_BATCH_UNKNOWN", "没有找到这批转接，请重新选择团员。"));
    }

    @PostMapping(path = "/batches/{id}/confirm", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] confirm(Caller.Reviewer caller, Call call, @PathVariable("id") String id) {
        return once.json(
                call,
                () -> started(
                        caller,
                        batches.confirm(caller, TypedId.of(id)).map(GraduateBatch::id),
                        GraduateStartWork.KIND));
    }

    /** 取消其余 */
    @PostMapping(path = "/batches/{id}/cancel", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] cancel(Caller.Reviewer caller, Call call, @PathVariable("id") String id) {
        return once.json(call, () -> batches.cancel(caller, TypedId.of(id)).map(View::of));
    }

    @Scheduled(initialDelay = 35, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        batches.sweep();
    }

    private Outcome<Started> started(Caller.Reviewer caller, Outcome<Long> batch, String kind) {
        if (batch instanceof Outcome.Refused<Long> refused) {
            return Outcome.refused(refused.refusals());
        }
        String id = Long.toString(((Outcome.Done<Long>) batch).value());
        return jobs.startOnce(caller, kind, id).map(job -> new Started(id, Long.toString(job.id())));
    }

    /**
     * Who, and what for.
     *
     * @param registrationIds those ticked; null: all of the filter {@code until}, {@code organisation}, {@code name}
     */
    record Chosen(
            List<String> registrationIds,
            String until,
            String organisation,
            String name,
            String kind,
            String reason,
            String words,
            String unit,
            String targetId,
            Transfer.Place place) {
        GraduateDesk.Filter filter() {
            return new GraduationController.Search(until, organisation, name, null, null).filter();
        }

        Wish wish() {
            return new Wish(
                    GraduationController.one(Transfer.Kind.class, kind),
                    GraduationController.one(Transfer.Reason.class, reason),
                    words,
                    unit,
                    targetId == null || targetId.isBlank() ? null : TypedId.of(targetId),
                    place);
        }

        @Override
        public String toString() {
            return "Chosen[…]";
        }
    }

    /** @param job its check, or its start */
    record Started(String id, String job) {}

    record Batches(List<View> items) {}

    record Standing(Transfer.State state, String label, int members) {}

    record View(
            String id,
            GraduateBatch.State state,
            int total,
            int good,
            int bad,
            int started,
            int failed,
            List<GraduateBatch.Blocker> blockers,
            List<Standing> transfers,
            Instant createdAt) {
        static View of(GraduateBatch batch) {
            return new View(
                    Long.toString(batch.id()),
                    batch.state(),
                    batch.total(),
                    batch.good(),
                    batch.bad(),
                    batch.started(),
                    batch.failed(),
                    batch.blockers(),
                    batch.transfers().entrySet().stream()
                            .map(one -> new Standing(one.getKey(), one.getKey().label(), one.getValue()))
                            .sorted(java.util.Comparator.comparing(Standing::state))
                            .toList(),
                    batch.createdAt());
        }
    }
}

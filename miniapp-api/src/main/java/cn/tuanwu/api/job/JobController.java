package cn.tuanwu.api.job;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.job.Job;
import cn.tuanwu.job.JobDesk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far the caller's long work is, and what came out of it. Another seat's does not exist. */
@RestController
@RequestMapping("/api/console/jobs")
class JobController {
    private final JobDesk jobs;

    JobController(JobDesk jobs) {
        this.jobs = jobs;
    }

    @GetMapping
    Items list(Caller.Viewer caller) {
        return new Items(jobs.list(caller).stream().map(JobView::of).toList());
    }

    @GetMapping("/{id}")
    JobView one(Caller.Viewer caller, @PathVariable("id") String id) {
        return jobs.find(caller, id(id)).map(JobView::of).orElseThrow(JobController::unknown);
    }

    @GetMapping("/{id}/file")
    ResponseEntity<InputStreamResource> file(Caller.Viewer caller, @PathVariable("id") String id) throws IOException {
        JobDesk.Result result = jobs.open(caller, id(id)).orElseThrow(JobController::unknown);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(result.type()))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(result.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new InputStreamResource(result.content()));
    }

    @Scheduled(initialDelay = 20, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        jobs.sweep();
    }

    private static RefusedRequest unknown() {
        return new RefusedRequest("JOB_UNKNOWN", "没有找到这项任务，结果只保留一天。");
    }

    /** No id is zero: what is not a number belongs to nobody. */
    private static long id(String typed) {
        return typed != null && typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : 0;
    }

    record Items(List<JobView> items) {}

    /** @param file null when there is none, or not yet */
    record JobView(
            String id,
            String kind,
            Job.State state,
            long done,
            long total,
            String message,
            File file,
            Instant createdAt) {
        static JobView of(Job job) {
            return new JobView(
                    Long.toString(job.id()),
                    job.kind(),
                    job.state(),
                    job.done(),
                    job.total(),
                    job.message(),
                    job.fileName() == null ? null : new File(job.fileName()),
                    job.createdAt());
        }
    }

    record File(String name) {}
}

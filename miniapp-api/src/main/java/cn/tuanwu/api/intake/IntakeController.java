package cn.tuanwu.api.intake;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.once.Once;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.intake.Intake;
import cn.tuanwu.intake.IntakeDesk;
import cn.tuanwu.job.JobDesk;
import cn.tuanwu.kernel.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 批量导入: a sheet is handed in and checked, then brought in when its sender says so. The body is the file. */
@RestController
@RequestMapping("/api/console/intakes")
class IntakeController {
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final IntakeDesk intakes;
    private final IntakeWorkbook workbook;
    private final JobDesk jobs;
    private final Once once;

    IntakeController(IntakeDesk intakes, IntakeWorkbook workbook, JobDesk jobs, Once once) {
        this.intakes = intakes;
        this.workbook = workbook;
        this.jobs = jobs;
        this.once = once;
    }

    @GetMapping("/template.xlsx")
    ResponseEntity<byte[]> template(Caller.Admin caller) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        workbook.template(file);
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("团员导入模板.xlsx", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file.toByteArray());
    }

    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    byte[] handIn(Caller.Admin caller, Call call, InputStream body) throws IOException {
        List<Intake.Line> lines = RefusedRequest.unlessDone(IntakeSheet.read(body.readAllBytes()));
        return once.json(call, () -> started(caller, intakes.keep(caller, lines), IntakeCheckWork.KIND));
    }

    @GetMapping("/{id}")
    View one(Caller.Admin caller, @PathVariable("id") String id) {
        return intakes.find(caller, id(id))
                .map(View::of)
                .orElseThrow(() -> new RefusedRequest("INTAKE_UNKNOWN", "没有找到这次导入，请重新上传文件。"));
    }

    @PostMapping(path = "/{id}/confirm", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] confirm(Caller.Admin caller, Call call, @PathVariable("id") String id) {
        return once.json(
                call,
                () -> intakes.confirm(caller, id(id)) instanceof Outcome.Refused<Intake> refused
                        ? Outcome.refused(refused.refusals())
                        : started(caller, id(id), IntakeImportWork.KIND));
    }

    @Scheduled(initialDelay = 25, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        intakes.sweep();
    }

    private Outcome<Started> started(Caller.Admin caller, long id, String kind) {
        return jobs.start(caller, kind, Long.toString(id))
                .map(job -> new Started(Long.toString(id), Long.toString(job.id())));
    }

    /** No id is zero: what is not a number belongs to nobody. */
    private static long id(String typed) {
        return typed != null && typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : 0;
    }

    /** @param job its check, or its import */
    record Started(String id, String job) {}

    record Fault(int line, String text) {}

    record View(String id, Intake.State state, int total, int good, int bad, int done, int failed, List<Fault> faults) {
        static View of(Intake intake) {
            return new View(
                    Long.toString(intake.id()),
                    intake.state(),
                    intake.total(),
                    intake.good(),
                    intake.bad(),
                    intake.done(),
                    intake.failed(),
                    intake.faults().stream()
                            .map(fault -> new Fault(fault.line(), fault.text()))
                            .toList());
        }
    }
}

package cn.tuanwu.api.insight;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.once.Once;
import cn.tuanwu.insight.MemberDesk;
import cn.tuanwu.insight.MemberExport;
import cn.tuanwu.insight.MemberFilter;
import cn.tuanwu.job.Job;
import cn.tuanwu.job.JobDesk;
import cn.tuanwu.kernel.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Starts the export of a filter. Who exports, what and why is kept in the transaction that starts it. */
@RestController
@RequestMapping("/api/console/members/exports")
class MemberExportController {
    private final MemberExport exports;
    private final JobDesk jobs;
    private final JsonMapper json;
    private final Once once;

    MemberExportController(MemberExport exports, JobDesk jobs, JsonMapper json, Once once) {
        this.exports = exports;
        this.jobs = jobs;
        this.json = json;
        this.once = once;
    }

    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    byte[] masked(Caller.Reviewer caller, Call call, @RequestBody FilterQuery filter) {
        MemberFilter read = filter.read();
        return once.json(
                call,
                () -> started(
                        caller,
                        exports.announce(new Caller.Viewer(caller.seat()), read),
                        new ExportWish(filter, null)));
    }

    @PostMapping(path = "/clear", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    byte[] inClear(Caller.Admin caller, Call call, @RequestBody ExportWish wish) {
        FilterQuery filter = wish.filter() == null ? NOTHING : wish.filter();
        MemberFilter read = filter.read();
        MemberDesk.Reason reason = MemberController.reason(wish.reason());
        return once.json(
                call,
                () -> started(
                        caller, exports.announceInClear(caller, read, reason), new ExportWish(filter, reason.name())));
    }

    private Outcome<Started> started(Caller.AtConsole caller, Outcome<Boolean> announced, ExportWish wish) {
        return announced instanceof Outcome.Refused<Boolean> refused
                ? Outcome.refused(refused.refusals())
                : jobs.start(caller, MemberWorkbook.KIND, json.writeValueAsString(wish))
                        .map(Started::of);
    }

    private static final FilterQuery NOTHING =
            new FilterQuery(null, null, null, null, null, null, null, null, null, null, null, null, null);

    record Started(String id) {
        static Started of(Job job) {
            return new Started(Long.toString(job.id()));
        }
    }
}

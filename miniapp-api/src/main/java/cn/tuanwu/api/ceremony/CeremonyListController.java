package cn.tuanwu.api.ceremony;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.TypedId;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.once.Once;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.ceremony.CeremonyDesk;
import cn.tuanwu.ceremony.OathDesk;
import cn.tuanwu.job.JobDesk;
import cn.tuanwu.kernel.ChinaTime;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Records in a list and as a sheet, members to choose from, the sums of a year. */
@RestController
@RequestMapping(path = "/api/console/ceremonies", produces = MediaType.APPLICATION_JSON_VALUE)
class CeremonyListController {
    private static final int USUAL_SIZE = 20;
    private static final int LARGEST_SIZE = 100;

    private final CeremonyDesk ceremonies;
    private final OathDesk oaths;
    private final JobDesk jobs;
    private final JsonMapper json;
    private final Once once;
    private final Clock clock;

    CeremonyListController(
            CeremonyDesk ceremonies, OathDesk oaths, JobDesk jobs, JsonMapper json, Once once, Clock clock) {
        this.ceremonies = ceremonies;
        this.oaths = oaths;
        this.jobs = jobs;
        this.json = json;
        this.once = once;
        this.clock = clock;
    }

    /** What is looked for may be somebody's name, so it is asked for in a body; nothing is changed by it. */
    @PostMapping("/search")
    CeremonyView.Page list(
            Caller.Viewer caller,
            Call call,
            @RequestBody CeremonyFilter filter,
            @RequestParam(name = "after", required = false) String after,
            @RequestParam(name = "size", required = false) Integer size) {
        int most = size == null ? USUAL_SIZE : Math.max(1, Math.min(size, LARGEST_SIZE));
        return CeremonyView.Page.of(RefusedRequest.unlessDone(ceremonies.list(caller, filter.read(), after, most)));
    }

    @PostMapping("/members")
    CandidateView.Page members(
            Caller.Reviewer caller,
            Call call,
            @RequestBody CandidateView.Wanted wanted,
            @RequestParam(name = "after", required = false) String after,
            @RequestParam(name = "size", required = false) Integer size) {
        return CandidateView.Page.of(
                RefusedRequest.unlessDone(oaths.candidates(caller, wanted.read(), after, CandidateView.size(size))));
    }

    @PostMapping("/exports")
    @ResponseStatus(HttpStatus.CREATED)
    byte[] export(Caller.Reviewer caller, Call call, @RequestBody CeremonyFilter filter) {
        // Whoever may not see the list hears it now.
        RefusedRequest.unlessDone(ceremonies.list(new Caller.Viewer(caller.seat()), filter.read(), null, 1));
        return once.json(call, () -> jobs.start(caller, CeremonyWorkbook.KIND, json.writeValueAsString(filter))
                .map(job -> new Started(Long.toString(job.id()))));
    }

    @GetMapping("/statistics")
    Statistics statistics(
            Caller.Viewer caller,
            @RequestParam(name = "organisation", required = false) String organisation,
            @RequestParam(name = "year", required = false) String year) {
        int asked = year != null && year.matches("[12][0-9]{3}")
                ? Integer.parseInt(year)
                : ChinaTime.date(clock.instant()).getYear();
        boolean all = organisation == null || organisation.isBlank();
        return Statistics.of(
                RefusedRequest.unlessDone(oaths.statistics(caller, all ? null : TypedId.of(organisation), asked)));
    }

    record Started(String id) {}

    record Count(CeremonyView.Place organisation, long ceremonies, long oaths, long joined, long missing) {
        static Count of(OathDesk.Count count) {
            return new Count(
                    CeremonyView.Place.of(count.organisation()),
                    count.ceremonies(),
                    count.oaths(),
                    count.joined(),
                    count.missing());
        }
    }

    record Statistics(int year, Count all, List<Count> below) {
        static Statistics of(OathDesk.Statistics statistics) {
            return new Statistics(
                    statistics.year(),
                    Count.of(statistics.all()),
                    statistics.below().stream().map(Count::of).toList());
        }
    }
}

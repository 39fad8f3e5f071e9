package cn.tuanwu.api.form;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.TypedId;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.once.Once;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.form.BundleDesk;
import cn.tuanwu.form.MissingDesk;
import cn.tuanwu.job.JobDesk;
import cn.tuanwu.kernel.Outcome;
import java.time.Instant;
import java.time.LocalDate;
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

/** Who has a form and who lacks one; such a list as a sheet, the forms as a bundle. */
@RestController
@RequestMapping("/api/console/forms")
class FormListController {
    private static final int USUAL_SIZE = 20;
    private static final int LARGEST_SIZE = 100;
    private static final int MOST_CHOSEN = 200;

    private final MissingDesk missing;
    private final BundleDesk bundles;
    private final JobDesk jobs;
    private final JsonMapper json;
    private final Once once;

    FormListController(MissingDesk missing, BundleDesk bundles, JobDesk jobs, JsonMapper json, Once once) {
        this.missing = missing;
        this.bundles = bundles;
        this.jobs = jobs;
        this.json = json;
        this.once = once;
    }

    @GetMapping("/counts")
    Counts counts(Caller.Viewer caller, @RequestParam(name = "organisation", required = false) String organisation) {
        return Counts.of(
                organisation == null
                        ? missing.counts(caller)
                        : RefusedRequest.unlessDone(missing.counts(caller, TypedId.of(organisation))));
    }

    /** A list names people in its search, so it is asked for in a body; nothing is changed by it. */
    @PostMapping("/search")
    Page list(
            Caller.Viewer caller,
            Call call,
            @RequestBody FormFilter filter,
            @RequestParam(name = "after", required = false) String after,
            @RequestParam(name = "size", required = false) Integer size) {
        int most = size == null ? USUAL_SIZE : Math.max(1, Math.min(size, LARGEST_SIZE));
        return Page.of(RefusedRequest.unlessDone(missing.list(caller, filter.read(), after, most)));
    }

    @PostMapping(path = "/exports", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    byte[] export(Caller.Reviewer caller, Call call, @RequestBody FormFilter filter) {
        // Whoever may not see the list hears it now.
        RefusedRequest.unlessDone(missing.list(new Caller.Viewer(caller.seat()), filter.read(), null, 1));
        return once.json(call, () -> started(caller, FormWorkbook.KIND, filter));
    }

    @PostMapping(path = "/zips", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    byte[] pack(Caller.Reviewer caller, Call call, @RequestBody ZipWish wish) {
        long count = RefusedRequest.unlessDone(bundles.count(caller, wish.read()));
        if (count == 0) {
            throw new RefusedRequest("FORM_NONE_CHOSEN", "所选范围内还没有正式的志愿书。");
        }
        return once.json(call, () -> started(caller, FormZip.KIND, wish));
    }

    private Outcome<Started> started(Caller.Reviewer caller, String kind, Object wish) {
        return jobs.start(caller, kind, json.writeValueAsString(wish)).map(job -> new Started(Long.toString(job.id())));
    }

    record Started(String id) {}

    /** @param registrationIds of the members chosen; none: everybody there */
    record ZipWish(String organisation, List<String> registrationIds) {
        BundleDesk.Wish read() {
            List<String> chosen = registrationIds == null ? List.of() : registrationIds;
            if (chosen.size() > MOST_CHOSEN) {
                throw new RefusedRequest("FORM_TOO_MANY_CHOSEN", "一次最多选择 " + MOST_CHOSEN + " 人，请改为按组织打包。");
            }
            Long place = organisation == null || organisation.isBlank() ? null : TypedId.of(organisation);
            return new BundleDesk.Wish(
                    place, chosen.stream().map(TypedId::of).distinct().toList());
        }
    }

    /** @param next null when nothing comes after */
    record Page(List<Line> items, String next) {
        static Page of(MissingDesk.Page page) {
            return new Page(page.items().stream().map(Line::of).toList(), page.next());
        }
    }

    record Line(
            String registrationId,
            String name,
            String phone,
            FormView.Place branch,
            Instant approvedAt,
            LocalDate due,
            boolean overdue) {
        static Line of(MissingDesk.Member member) {
            return new Line(
                    Long.toString(member.registrationId()),
                    member.name(),
                    member.phone(),
                    FormView.Place.of(member.branch()),
                    member.approvedAt(),
                    member.due(),
                    member.overdue());
        }
    }

    record Count(FormView.Place organisation, long formal, long waiting, long missing, long overdue) {
        static Count of(MissingDesk.Count count) {
            return new Count(
                    FormView.Place.of(count.organisation()),
                    count.formal(),
                    count.waiting(),
                    count.missing(),
                    count.overdue());
        }
    }

    record Counts(
            FormView.Place organisation, long formal, long waiting, long missing, long overdue, List<Count> below) {
        static Counts of(MissingDesk.Counts counts) {
            Count all = Count.of(counts.all());
            return new Counts(
                    all.organisation(),
                    all.formal(),
                    all.waiting(),
                    all.missing(),
                    all.overdue(),
                    counts.below().stream().map(Count::of).toList());
        }
    }
}

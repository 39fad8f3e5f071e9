package cn.tuanwu.api.ceremony;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.TypedId;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.once.Once;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.ceremony.Ceremony;
import cn.tuanwu.ceremony.CeremonyDesk;
import cn.tuanwu.ceremony.OathDesk;
import cn.tuanwu.kernel.ChinaTime;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Records on an operator's phone; members masked. */
@RestController
@RequestMapping(path = "/api/work/ceremonies", produces = MediaType.APPLICATION_JSON_VALUE)
class WorkCeremonyController {
    private static final int SIZE = 20;

    private final CeremonyDesk ceremonies;
    private final OathDesk oaths;
    private final Once once;
    private final Clock clock;

    WorkCeremonyController(CeremonyDesk ceremonies, OathDesk oaths, Once once, Clock clock) {
        this.ceremonies = ceremonies;
        this.oaths = oaths;
        this.once = once;
        this.clock = clock;
    }

    @GetMapping
    Home list(Caller.Staff caller, @RequestParam(name = "after", required = false) String after) {
        Ceremony.Page page = RefusedRequest.unlessDone(ceremonies.list(caller, after, SIZE));
        return new Home(
                ChinaTime.date(clock.instant()).getYear(),
                oaths.places(caller).stream()
                        .map(place -> new Place(
                                Long.toString(place.organisation().id()),
                                place.organisation().name(),
                                place.missing()))
                        .toList(),
                page.items().stream().map(CeremonyView::of).toList(),
                page.next());
    }

    @PostMapping("/members")
    CandidateView.Page members(
            Caller.Staff caller,
            Call call,
            @RequestBody CandidateView.Wanted wanted,
            @RequestParam(name = "after", required = false) String after) {
        return CandidateView.Page.of(
                RefusedRequest.unlessDone(oaths.candidates(caller, wanted.read(), after, CandidateView.size(null))));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    byte[] record(Caller.Staff caller, Call call, @RequestBody TypedCeremony typed) {
        return once.json(call, () -> ceremonies.record(caller, typed.read()).map(CeremonyView::of));
    }

    @GetMapping("/{id}")
    CeremonyView.Opened open(Caller.Staff caller, @PathVariable("id") String id) {
        return CeremonyView.Opened.of(RefusedRequest.unlessDone(ceremonies.open(caller, TypedId.of(id))));
    }

    @PutMapping("/{id}")
    byte[] change(Caller.Staff caller, Call call, @PathVariable("id") String id, @RequestBody TypedCeremony typed) {
        return once.json(call, () -> ceremonies
                .change(caller, TypedId.of(id), typed.seen(), typed.read())
                .map(CeremonyView::of));
    }

    @PostMapping("/{id}/delete")
    byte[] delete(
            Caller.Staff caller, Call call, @PathVariable("id") String id, @RequestBody CeremonyController.Seen seen) {
        return once.json(
                call,
                () -> ceremonies.delete(caller, TypedId.of(id), seen.read()).map(CeremonyView::of));
    }

    /** @param missing who joined this year and did not take the oath */
    record Place(String id, String name, long missing) {}

    /**
     * @param year this one, in China
     * @param places where somebody may record; none who only looks
     * @param next null when nothing comes after
     */
    record Home(int year, List<Place> places, List<CeremonyView> items, String next) {}
}

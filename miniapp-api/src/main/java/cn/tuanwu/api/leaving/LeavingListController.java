package cn.tuanwu.api.leaving;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.leaving.AgeDesk;
import cn.tuanwu.registration.Registration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who turns 28, and who left. */
@RestController
@RequestMapping("/api/console/leavings")
class LeavingListController {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final AgeDesk ages;

    LeavingListController(AgeDesk ages) {
        this.ages = ages;
    }

    /** @param year in which they turn 28; none: everybody who is 28 by now */
    @GetMapping("/turning")
    Turning turning(
            Caller.Viewer caller,
            @RequestParam(name = "year", required = false) Integer year,
            @RequestParam(name = "organisation", required = false) String organisation,
            @RequestParam(name = "after", required = false) String after,
            @RequestParam(name = "size", required = false) Integer size) {
        if (year != null && (year < FIRST_YEAR || year > LAST_YEAR)) {
            throw new RefusedRequest("FILTER_INVALID", "请选择正确的年份。");
        }
        AgeDesk.Filter filter = new AgeDesk.Filter(LeavingController.place(organisation), year);
        AgeDesk.Page page =
                RefusedRequest.unlessDone(ages.turning(caller, filter, after, LeavingController.size(size)));
        return new Turning(page.items().stream().map(Member::of).toList(), page.next());
    }

    @GetMapping("/left")
    Left left(
            Caller.Viewer caller,
            @RequestParam(name = "organisation", required = false) String organisation,
            @RequestParam(name = "after", required = false) String after,
            @RequestParam(name = "size", required = false) Integer size) {
        AgeDesk.Gone page = RefusedRequest.unlessDone(
                ages.left(caller, LeavingController.place(organisation), after, LeavingController.size(size)));
        return new Left(page.items().stream().map(Former::of).toList(), page.next());
    }

    /** @param until of who is postponed, with the words and by whom; null else */
    record Member(
            String registrationId,
            String name,
            String phone,
            LeavingView.Place branch,
            LocalDate turns,
            AgeDesk.Standing standing,
            String standingLabel,
            LocalDate until,
            String words,
            String grantedBy) {
        static Member of(AgeDesk.Line line) {
            return new Member(
                    Long.toString(line.registrationId()),
                    line.name(),
                    line.phone(),
                    LeavingView.Place.of(line.branch()),
                    line.turns(),
                    line.standing(),
                    line.standing().label(),
                    line.until(),
                    line.words(),
                    line.grantedBy());
        }
    }

    /**
     * @param was where they left from, when that was another branch; null else
     * @param obstacle why they can't come back; null when they can
     */
    record Former(
            String registrationId,
            String name,
            String phone,
            Registration.State state,
            Instant leftAt,
            LeavingView.Place branch,
            LeavingView.Place was,
            boolean asked,
            String obstacle) {
        static Former of(AgeDesk.Former former) {
            return new Former(
                    Long.toString(former.registrationId()),
                    former.name(),
                    former.phone(),
                    former.state(),
                    former.leftAt(),
                    LeavingView.Place.of(former.branch()),
                    former.was() == null ? null : LeavingView.Place.of(former.was()),
                    former.asked(),
                    former.refusal() == null ? null : former.refusal().text());
        }
    }

    /** @param next null when nothing comes after */
    record Turning(List<Member> items, String next) {}

    record Left(List<Former> items, String next) {}
}

package cn.tuanwu.api.review;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.Places;
import cn.tuanwu.access.Seat;
import cn.tuanwu.review.PendingDesk;
import cn.tuanwu.review.WaitingDesk;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** 团务管理首页 on the phone: what waits, what was done, for whom one serves. */
@RestController
class WorkHomeController {
    private static final Duration LATELY = Duration.ofDays(7);
    private static final Duration DAY = Duration.ofDays(1);

    private final WaitingDesk waiting;
    private final PendingDesk pending;
    private final Places places;
    private final Clock clock;

    WorkHomeController(WaitingDesk waiting, PendingDesk pending, Places places, Clock clock) {
        this.waiting = waiting;
        this.pending = pending;
        this.places = places;
        this.clock = clock;
    }

    @GetMapping("/api/work/home")
    Home home(Caller.Staff caller) {
        boolean lookOnly = pending.isLookOnly(caller);
        PendingDesk.Waiting reviews = lookOnly
                ? pending.waitingFor(caller)
                : new PendingDesk.Waiting(waiting.count(caller.staffId()), waiting.count(caller.staffId(), DAY));
        WaitingDesk.Decided decided =
                waiting.decidedBy(caller.staffId(), clock.instant().minus(LATELY));
        return new Home(
                caller.name(),
                lookOnly,
                new Counts(reviews.all(), reviews.old(), decided.approved(), decided.returned()),
                places.of(caller.staffId()).stream().map(Serving::of).toList());
    }

    /** @param lookOnly the caller may look and nothing else, wherever they serve */
    record Home(String name, boolean lookOnly, Counts counts, List<Serving> organisations) {}

    /**
     * @param old of those waiting: for more than a day
     * @param approved what the caller decided in the last seven days
     */
    record Counts(int waiting, int old, int approved, int returned) {}

    record Serving(String id, String name, Seat.Role role) {
        static Serving of(Places.Place place) {
            return new Serving(
                    Long.toString(place.organisation().id()),
                    place.organisation().name(),
                    place.role());
        }
    }
}

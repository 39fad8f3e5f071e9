package cn.tuanwu.form;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.Places;
import cn.tuanwu.access.Seat;
import cn.tuanwu.org.Organisation;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** How far a caller's eyes and hands go; asked anew at every use. */
@Component
class Reaches {
    private final Places places;

    Reaches(Places places) {
        this.places = places;
    }

    /** What they may look at. Who sees no member sees no form. */
    Reach looking(Caller.AtConsole caller) {
        boolean looks = caller.seat().as(Caller.Viewer.class).isPresent();
        return new Reach(caller.actor(), caller.seat().name(), looks ? List.of(caller.organisation()) : List.of());
    }

    Reach looking(Caller.Staff caller) {
        return new Reach(caller.actor(), caller.name(), roots(caller, place -> true));
    }

    /** What they may change. */
    Reach filing(Caller.Reviewer caller) {
        return new Reach(caller.actor(), caller.seat().name(), List.of(caller.organisation()));
    }

    Reach filing(Caller.Staff caller) {
        return new Reach(caller.actor(), caller.name(), roots(caller, place -> place.role() != Seat.Role.VIEWER));
    }

    private List<Organisation> roots(Caller.Staff caller, Predicate<Places.Place> which) {
        return places.of(caller.staffId()).stream()
                .filter(which)
                .map(Places.Place::organisation)
                .toList();
    }
}

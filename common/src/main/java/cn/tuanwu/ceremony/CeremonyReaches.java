package cn.tuanwu.ceremony;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.Places;
import cn.tuanwu.access.Seat;
import cn.tuanwu.org.Organisation;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** How far a caller's eyes and hands go; asked anew at every use. */
@Component
class CeremonyReaches {
    private final Places places;

    CeremonyReaches(Places places) {
        this.places = places;
    }

    /** What they may look at. */
    CeremonyReach looking(Caller.Viewer caller) {
        return seated(caller.seat());
    }

    CeremonyReach looking(Caller.Staff caller) {
        return staff(caller, place -> true);
    }

    /** What they may record for. */
    CeremonyReach recording(Caller.Reviewer caller) {
        return seated(caller.seat());
    }

    CeremonyReach recording(Caller.Staff caller) {
        return staff(caller, place -> place.role() != Seat.Role.VIEWER);
    }

    private static CeremonyReach seated(Seat seat) {
        List<Organisation> root = List.of(seat.organisation());
        return new CeremonyReach(
                seat.actor(), seat.name(), root, seat.role() == Seat.Role.ADMIN ? root : List.of(), false);
    }

    private CeremonyReach staff(Caller.Staff caller, Predicate<Places.Place> which) {
        List<Places.Place> all = places.of(caller.staffId());
        return new CeremonyReach(
                caller.actor(),
                caller.name(),
                organisations(all, which),
                organisations(all, place -> place.role() == Seat.Role.ADMIN),
                true);
    }

    private static List<Organisation> organisations(List<Places.Place> all, Predicate<Places.Place> which) {
        return all.stream().filter(which).map(Places.Place::organisation).toList();
    }
}

package cn.tuanwu.transfer;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.Places;
import cn.tuanwu.access.Seat;
import cn.tuanwu.org.Organisation;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** For which organisations a caller speaks, and at which they may look; asked anew at every use. */
@Component
class Voices {
    private final Places places;

    Voices(Places places) {
        this.places = places;
    }

    static Starter member(Caller.OwnAccount caller) {
        return new Starter(Transfer.Side.MEMBER, caller.actor(), null, List.of());
    }

    static Starter speaking(Caller.Reviewer caller, Transfer.Side side) {
        return new Starter(side, caller.actor(), caller.seat().name(), List.of(caller.organisation()));
    }

    Starter speaking(Caller.Staff caller, Transfer.Side side) {
        return new Starter(
                side, caller.actor(), caller.name(), roots(caller, place -> place.role() != Seat.Role.VIEWER));
    }

    /** Who sees no member sees no transfer. */
    List<Organisation> looking(Caller.AtConsole caller) {
        return caller.seat().as(Caller.Viewer.class).isPresent() ? List.of(caller.organisation()) : List.of();
    }

    List<Organisation> looking(Caller.Staff caller) {
        return roots(caller, place -> true);
    }

    private List<Organisation> roots(Caller.Staff caller, Predicate<Places.Place> which) {
        return places.of(caller.staffId()).stream()
                .filter(which)
                .map(Places.Place::organisation)
                .toList();
    }
}

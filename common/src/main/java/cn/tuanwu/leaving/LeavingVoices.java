package cn.tuanwu.leaving;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.Places;
import cn.tuanwu.access.Seat;
import java.util.List;
import org.springframework.stereotype.Component;

/** For which organisations a caller speaks; asked anew at every use. */
@Component
class LeavingVoices {
    private final Places places;

    LeavingVoices(Places places) {
        this.places = places;
    }

    static Voice of(Caller.OwnAccount caller) {
        return new Voice(caller.actor(), null, List.of());
    }

    static Voice of(Caller.Reviewer caller) {
        return new Voice(caller.actor(), caller.seat().name(), List.of(caller.organisation()));
    }

    Voice of(Caller.Staff caller) {
        return new Voice(
                caller.actor(),
                caller.name(),
                places.of(caller.staffId()).stream()
                        .filter(place -> place.role() != Seat.Role.VIEWER)
                        .map(Places.Place::organisation)
                        .toList());
    }
}

package cn.tuanwu.api.access;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.ConsoleSessions;
import cn.tuanwu.access.Seat;
import cn.tuanwu.access.Seats;
import cn.tuanwu.api.TypedId;
import cn.tuanwu.api.access.Progress.SeatView;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.api.session.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whoever sits at the console: where, where else they could, and where they are signed in. */
@RestController
class SeatController {
    private final Seats seats;
    private final ConsoleSessions consoles;
    private final ConsoleArrival arrival;
    private final Sessions sessions;

    SeatController(Seats seats, ConsoleSessions consoles, ConsoleArrival arrival, Sessions sessions) {
        this.seats = seats;
        this.consoles = consoles;
        this.arrival = arrival;
        this.sessions = sessions;
    }

    @GetMapping("/api/console/seat")
    Sitting seat(Caller.Seated caller) {
        return new Sitting(
                view(caller.seat()), places(caller).stream().map(this::view).toList());
    }

    /** Another organisation the person serves, without signing in again: a new session, the old one ends. */
    @PutMapping("/api/console/seat")
    Progress.SignedIn move(Caller.Seated caller, Call call, @RequestBody Wish wish, HttpServletRequest request) {
        long wanted = TypedId.of(wish.organisationId());
        Seat seat = places(caller).stream()
                .filter(place -> place.organisation().id() == wanted)
                .findFirst()
                .orElseThrow(() -> new RefusedRequest("SEAT_UNKNOWN", "您没有在这个组织任职。"));
        return new Progress.SignedIn(sessions.moveTo(request, seat), view(seat));
    }

    @GetMapping("/api/console/own-sessions")
    Items own(Caller.Seated caller, HttpServletRequest request) {
        Optional<Long> here = sessions.device(request);
        return new Items(consoles.list(caller).stream()
                .map(open -> Open.of(open, here.filter(id -> id == open.id()).isPresent()))
                .toList());
    }

    @DeleteMapping("/api/console/own-sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Caller.Seated caller, @PathVariable("id") String id) {
        if (!consoles.end(caller, TypedId.of(id))) {
            throw new RefusedRequest("SESSION_UNKNOWN", "没有找到这次登录，可能已经退出。");
        }
    }

    private List<Seat> places(Caller.Seated caller) {
        String[] who = caller.actor().split(":");
        return who[0].equals("staff") ? seats.placesOf(Long.parseLong(who[1])) : List.of(caller.seat());
    }

    private SeatView view(Seat seat) {
        return SeatView.of(seat, arrival.login(seat));
    }

    record Sitting(SeatView account, List<SeatView> places) {}

    record Wish(String organisationId) {}

    record Items(List<Open> items) {}

    record Open(String id, String label, String place, Instant openedAt, Instant seenAt, boolean here) {
        static Open of(ConsoleSessions.Open open, boolean here) {
            return new Open(Long.toString(open.id()), open.label(), open.place(), open.openedAt(), open.seenAt(), here);
        }
    }
}

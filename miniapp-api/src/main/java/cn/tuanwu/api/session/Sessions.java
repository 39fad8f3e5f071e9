package cn.tuanwu.api.session;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.ConsoleSessions;
import cn.tuanwu.access.Roster;
import cn.tuanwu.access.Seat;
import cn.tuanwu.access.Seats;
import cn.tuanwu.account.DeviceDesk;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Opens, reads and ends sessions. A session says which account it is of and on which device; whether both still count is
 * asked anew at every request.
 */
@Component
public class Sessions {
    private static final Duration MEMBER_IDLE = Duration.ofDays(30);
    private static final Duration CONSOLE_IDLE = Duration.ofMinutes(30);
    private static final Duration CONSOLE_LONGEST = Duration.ofHours(12);
    private static final Duration STAFF_IDLE = Duration.ofHours(2);
    private static final Duration STAFF_LONGEST = Duration.ofHours(12);
    private static final String KIND = "kind";
    private static final String ID = "id";
    private static final String DEVICE = "device";
    private static final String SINCE = "since";
    private static final String PLACE = "place";
    private static final String ROLE = "role";

    private final DeviceDesk devices;
    private final Seats seats;
    private final ConsoleSessions consoles;
    private final Roster roster;
    private final Clock clock;

    Sessions(DeviceDesk devices, Seats seats, ConsoleSessions consoles, Roster roster, Clock clock) {
        this.devices = devices;
        this.seats = seats;
        this.consoles = consoles;
        this.roster = roster;
        this.clock = clock;
    }

    /** A new session for a member; the one the request came with ends. */
    public String open(HttpServletRequest request, Caller.OwnAccount caller) {
        HttpSession session = open(request, Kind.ACCOUNT, caller.accountId());
        long device = devices.open(caller.accountId(), DeviceLabel.of(request.getHeader("User-Agent")));
        session.setAttribute(DEVICE, Long.toString(device));
        return session.getId();
    }

    /** A new session at the console, for whoever has given every proof; the one the request came with ends. */
    public String openConsole(HttpServletRequest request, Seat seat) {
        return open(
                request, seat, null, seat.actor().startsWith("staff:") ? "staff.signed-in" : "org-account.signed-in");
    }

    /** A new session for another of the caller's seats. It lasts no longer than the one it replaces would have. */
    public String moveTo(HttpServletRequest request, Seat seat) {
        return open(request, seat, (String) request.getSession(false).getAttribute(SINCE), "staff.switched");
    }

    private String open(HttpServletRequest request, Seat seat, String since, String action) {
        String[] who = seat.actor().split(":");
        Kind kind = who[0].equals("staff") ? Kind.CONSOLE_STAFF : Kind.ORG_ACCOUNT;
        HttpSession session = open(request, kind, Long.parseLong(who[1]));
        long id = consoles.open(seat, DeviceLabel.of(request.getHeader("User-Agent")), action);
        session.setAttribute(DEVICE, Long.toString(id));
        session.setAttribute(PLACE, Long.toString(seat.organisation().id()));
        session.setAttribute(ROLE, seat.role().name());
        if (since != null) {
            session.setAttribute(SINCE, since);
        }
        return session.getId();
    }

    /** A new session for someone on the roster, on a phone; the one the request came with ends. */
    public String open(HttpServletRequest request, Caller.Staff caller) {
        return open(request, Kind.STAFF, caller.staffId()).getId();
    }

    public void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            member(request).ifPresent(caller -> device(request).ifPresent(device -> devices.end(caller, device)));
            seat(request).flatMap(seat -> seat.as(Caller.Seated.class)).ifPresent(caller -> device(request)
                    .ifPresent(id -> consoles.end(caller, id)));
            session.invalidate();
        }
    }

    public Optional<Caller.OwnAccount> member(HttpServletRequest request) {
        return id(request, Kind.ACCOUNT)
                .filter(id -> device(request)
                        .filter(device -> devices.isOpen(id, device))
                        .isPresent())
                .map(Caller.OwnAccount::new);
    }

    /** The device a member's session was opened on, or the number under which a console's is listed. */
    public Optional<Long> device(HttpServletRequest request) {
        return text(request, DEVICE).map(Long::valueOf);
    }

    /** Who sits at the console. Empty as well when the session was ended, the account locked, or the role is another now. */
    public Optional<Seat> seat(HttpServletRequest request) {
        Optional<Seat> seat = id(request, Kind.ORG_ACCOUNT)
                .flatMap(seats::ofAccount)
                .or(() -> id(request, Kind.CONSOLE_STAFF).flatMap(staff -> text(request, PLACE)
                        .flatMap(place -> seats.ofStaff(staff, Long.parseLong(place)))));
        return seat.filter(found ->
                        text(request, ROLE).filter(found.role().name()::equals).isPresent())
                .filter(found -> device(request)
                        .filter(device -> consoles.isOpen(device, found.actor()))
                        .isPresent());
    }

    /** Empty as well for someone who was taken off the roster. */
    public Optional<Caller.Staff> staff(HttpServletRequest request) {
        return id(request, Kind.STAFF)
                .flatMap(roster::serving)
                .map(person -> new Caller.Staff(person.id(), person.name()));
    }

    /** kind:id of whoever is signed in, without looking whether the account still exists. */
    public Optional<String> principal(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null
                ? Optional.empty()
                : Optional.of(session.getAttribute(KIND) + ":" + session.getAttribute(ID));
    }

    private HttpSession open(HttpServletRequest request, Kind kind, long id) {
        end(request);
        HttpSession session = request.getSession(true);
        session.setMaxInactiveInterval((int) kind.idle.toSeconds());
        session.setAttribute(KIND, kind.name());
        session.setAttribute(ID, Long.toString(id));
        session.setAttribute(SINCE, clock.instant().toString());
        return session;
    }

    private static Optional<String> text(HttpServletRequest request, String name) {
        HttpSession session = request.getSession(false);
        return session == null ? Optional.empty() : Optional.ofNullable((String) session.getAttribute(name));
    }

    private Optional<Long> id(HttpServletRequest request, Kind kind) {
        HttpSession session = request.getSession(false);
        if (session == null || !kind.name().equals(session.getAttribute(KIND))) {
            return Optional.empty();
        }
        Instant since = Instant.parse((String) session.getAttribute(SINCE));
        if (kind.longest != null && since.plus(kind.longest).isBefore(clock.instant())) {
            session.invalidate();
            return Optional.empty();
        }
        return Optional.of(Long.valueOf((String) session.getAttribute(ID)));
    }

    private enum Kind {
        ACCOUNT(MEMBER_IDLE, null),
        ORG_ACCOUNT(CONSOLE_IDLE, CONSOLE_LONGEST),
        CONSOLE_STAFF(CONSOLE_IDLE, CONSOLE_LONGEST),
        STAFF(STAFF_IDLE, STAFF_LONGEST);

        private final Duration idle;

        /** However busy it was; null without such an end. */
        private final Duration longest;

        Kind(Duration idle, Duration longest) {
            this.idle = idle;
            this.longest = longest;
        }
    }
}

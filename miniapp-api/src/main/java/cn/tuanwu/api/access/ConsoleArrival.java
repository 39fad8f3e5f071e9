package cn.tuanwu.api.access;

import cn.tuanwu.access.OrgAccounts;
import cn.tuanwu.access.Roster;
import cn.tuanwu.access.Seat;
import cn.tuanwu.access.Seats;
import cn.tuanwu.access.SignInSteps;
import cn.tuanwu.access.SignInSteps.Stage;
import cn.tuanwu.account.StaffPhones;
import cn.tuanwu.api.access.Progress.Next;
import cn.tuanwu.api.access.Progress.SeatView;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.api.session.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;

/** What comes after each proof: another one, the choice of a place, or a session. */
@Component
class ConsoleArrival {
    private final OrgAccounts accounts;
    private final Seats seats;
    private final SignInSteps steps;
    private final StaffPhones phones;
    private final Sessions sessions;

    ConsoleArrival(OrgAccounts accounts, Seats seats, SignInSteps steps, StaffPhones phones, Sessions sessions) {
        this.accounts = accounts;
        this.seats = seats;
        this.steps = steps;
        this.phones = phones;
        this.sessions = sessions;
    }

    /** An organisation account's password was right: the second factor is next, always. */
    Progress knows(OrgAccounts.Known known) {
        Stage stage = known.hasFactor() ? Stage.CODE : Stage.ENROL;
        return Progress.to(Next.valueOf(stage.name()), steps.begin("org-account:" + known.accountId(), stage));
    }

    /** A person's password was right: the code of an SMS is next. */
    Progress knowsPassword(Roster.Person person) {
        String ticket = steps.begin("staff:" + person.id(), Stage.SMS);
        return new Progress(Next.SMS, ticket, phones.masked(person.id()).orElse(null), null, null, null);
    }

    Progress in(HttpServletRequest request, long orgAccountId) {
        Seat seat = seats.ofAccount(orgAccountId).orElseThrow(ConsoleArrival::over);
        return in(sessions.openConsole(request, seat), SeatView.of(seat, login(seat)));
    }

    /** Whoever serves several organisations chooses one first. */
    Progress in(HttpServletRequest request, Roster.Person person) {
        List<Seat> places = seats.placesOf(person.id());
        if (places.isEmpty()) {
            throw new RefusedRequest("NOT_ON_ROSTER", "您还没有被添加为运营者。如需使用控制台，请联系上级团委添加。");
        }
        if (places.size() == 1) {
            Seat seat = places.get(0);
            return in(sessions.openConsole(request, seat), SeatView.of(seat, login(seat)));
        }
        return new Progress(
                Next.PLACE,
                steps.begin("staff:" + person.id(), Stage.PLACE),
                null,
                places.stream().map(seat -> SeatView.of(seat, login(seat))).toList(),
                null,
                null);
    }

    /** The chosen place, if it is one of theirs. Uses the ticket up. */
    Progress chosen(HttpServletRequest request, String ticket, long organisation) {
        long staff = steps.holder(ticket, Stage.PLACE, "staff").orElseThrow(ConsoleArrival::over);
        Seat seat = seats.ofStaff(staff, organisation)
                .orElseThrow(() -> new RefusedRequest("ORGANISATION_UNKNOWN", "您没有在这个组织任职。"));
        if (!steps.use(ticket)) {
            throw over();
        }
        return in(sessions.openConsole(request, seat), SeatView.of(seat, login(seat)));
    }

    /** What the header shows of whoever sits there. */
    String login(Seat seat) {
        String[] who = seat.actor().split(":");
        return who[0].equals("staff")
                ? seat.name()
                : accounts.login(Long.parseLong(who[1])).orElse(seat.name());
    }

    static RefusedRequest over() {
        return new RefusedRequest(List.of(SignInSteps.OVER));
    }

    private static Progress in(String session, SeatView account) {
        return new Progress(Next.NOTHING, null, null, null, null, new Progress.SignedIn(session, account));
    }
}

package cn.tuanwu.support;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.Seat;
import cn.tuanwu.org.OrgDesk;
import org.springframework.stereotype.Component;

/** Places at the console of the demo province. */
@Component
public class Seats {
    public static final long PROVINCE = 1;
    public static final long MATHS = 100;
    public static final long PHYSICS = 101;

    private final OrgDesk organisations;

    public Seats(OrgDesk organisations) {
        this.organisations = organisations;
    }

    public Caller.Admin admin(long organisation) {
        return new Caller.Admin(seat(organisation));
    }

    public Caller.Viewer viewer(long organisation) {
        return new Caller.Viewer(seat(organisation));
    }

    public Caller.Reviewer reviewer(long organisation) {
        return new Caller.Reviewer(seat(organisation));
    }

    private Seat seat(long organisation) {
        return new Seat(
                "org-account:" + organisation,
                "团委",
                organisations.find(organisation).orElseThrow(),
                Seat.Role.ADMIN);
    }
}

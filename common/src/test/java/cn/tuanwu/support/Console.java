package cn.tuanwu.support;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.Seat;
import cn.tuanwu.org.Organisation;

/** People at the console. */
public final class Console {

    private Console() {}

    public static Caller.Admin admin(Organisation organisation) {
        return new Caller.Admin(new Seat("org-account:1", organisation.name(), organisation, Seat.Role.ADMIN));
    }

    /** The same person, only looking. */
    public static Caller.Viewer viewer(Caller.AtConsole caller) {
        return new Caller.Viewer(caller.seat());
    }

    /** The same person, deciding. */
    public static Caller.Reviewer reviewer(Caller.AtConsole caller) {
        return new Caller.Reviewer(caller.seat());
    }
}

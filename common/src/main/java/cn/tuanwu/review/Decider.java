package cn.tuanwu.review;

import cn.tuanwu.access.Caller;

/**
 * Who decides, through whichever door.
 *
 * @param actor kind:id, for the audit
 * @param name what the others read
 * @param door at the console more can be done
 */
record Decider(String actor, String name, Door door) {

    static Decider onPhone(Caller.Staff staff) {
        return new Decider(staff.actor(), staff.name(), Door.PHONE);
    }

    static Decider atConsole(Caller.Reviewer reviewer) {
        return new Decider(reviewer.actor(), reviewer.seat().name(), Door.CONSOLE);
    }

    /** As at the console, together with many others. */
    static Decider inBatch(Caller.Reviewer reviewer) {
        return new Decider(reviewer.actor(), reviewer.seat().name(), Door.BATCH);
    }

    enum Door {
        PHONE,
        CONSOLE,
        BATCH
    }
}

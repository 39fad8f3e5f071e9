package cn.tuanwu.trace;

/**
 * Erases what one room holds of a person. A room that holds something has one. It removes the rows and hands the names of
 * files to {@link Leftovers}; it joins the transaction and may run again. Rooms to the right go first, the registration and
 * the account last: whoever needs to read them still can.
 */
public interface Erasing {
    void erase(Person person);

    default Turn turn() {
        return Turn.ROOM;
    }

    /** Whoever hangs on something goes before it. */
    enum Turn {
        ROOM,
        REGISTRATION,
        ACCOUNT
    }
}

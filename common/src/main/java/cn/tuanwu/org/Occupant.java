package cn.tuanwu.org;

import java.util.Optional;

/** A room to the right whose things may stand in an organisation: while they do, it is not empty and can't be closed. */
public interface Occupant {

    /** What stands there, for people ("3 名团员"); empty when nothing does. */
    Optional<String> standingIn(Organisation organisation);
}

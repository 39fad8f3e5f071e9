package cn.tuanwu.transfer;

import java.time.Instant;

/** A transfer as the list of one organisation has it. */
class LineRow {
    long organisationId;
    long transferId;
    PassageDesk.Direction direction;
    Phase phase;
    Instant startedAt;
    byte[] nameBlind;

    /** Where it stands, seen from the organisation. */
    enum Phase {
        /** It is its own turn. */
        HERE,
        /** It is the turn of an organisation below it. */
        BELOW,
        /** It is somebody else's turn. */
        AWAY,
        DONE,
        RETURNED,
        WITHDRAWN,
        EXPIRED,
        STOPPED
    }
}

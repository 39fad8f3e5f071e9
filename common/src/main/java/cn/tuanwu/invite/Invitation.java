package cn.tuanwu.invite;

import cn.tuanwu.org.Organisation;
import java.time.Instant;

/**
 * An invitation to register.
 *
 * @param organisation a branch, or one above branches: then its guest chooses one of them
 * @param title of the campaign it is for; null without one
 * @param url what its QR picture says; null while PREPARING, and for the carriers that need none from a platform
 * @param scans how often it was scanned or opened
 */
public record Invitation(
        long id,
        String code,
        Organisation organisation,
        Carrier carrier,
        String title,
        State state,
        String url,
        Instant expiresAt,
        int scans) {

    /** PREPARING until the platform gave a ticket. */
    public enum State {
        PREPARING,
        READY,
        FAILED,
        REVOKED
    }

    /** What brings the code under people's eyes (product §1). */
    public enum Carrier {
        /** The official account's code: whoever scans it follows the account first. The platform keeps it for 30 days. */
        OA_TEMPORARY(30),
        /** The same without an end, from a pool of 100 000 for ever: not for branches. */
        OA_PERMANENT(366),
        /** The mini-program's own code. */
        MINI_PROGRAM(366),
        /** An address of ours, which the mini-program is told to open: as many as one likes. */
        LINK(366);

        private final int mostDays;

        Carrier(int mostDays) {
            this.mostDays = mostDays;
        }

        public int mostDays() {
            return mostDays;
        }
    }

    /** The code is also the scene of the platforms' codes. */
    public String scene() {
        return code;
    }
}

package cn.tuanwu.invite;

import cn.tuanwu.org.Organisation;
import java.time.Instant;

/**
 * An invitation to register in one branch.
 *
 * @param url what its QR picture says; null while PREPARING
 */
public record Invitation(
        long id, String code, Organisation branch, State state, String url, Instant expiresAt, int scans) {

    /** PREPARING until the platform gave a ticket. */
    public enum State {
        PREPARING,
        READY,
        FAILED,
        REVOKED
    }

    /** The code is also the scene of the official account's QR ticket. */
    public String scene() {
        return code;
    }
}

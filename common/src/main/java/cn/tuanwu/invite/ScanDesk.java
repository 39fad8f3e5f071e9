package cn.tuanwu.invite;

import cn.tuanwu.kernel.Blind;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Tx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Remembers who came from the official account. The link in its answer carries a one-time token; the account made with
 * it is bound to the official-account openid, so results can be told there.
 */
@Service
public class ScanDesk {
    private static final Duration VALID = Duration.ofDays(1);
    private static final int TOKEN_BYTES = 15;

    private final InviteRows rows;
    private final Blind blind;
    private final Clock clock;
    private final Tx tx;

    ScanDesk(InviteRows rows, Blind blind, Clock clock, Tx tx) {
        this.rows = rows;
        this.blind = blind;
        this.clock = clock;
        this.tx = tx;
    }

    /**
     * Counts the scan and gives the token for the link.
     *
     * @param occasion names this scan: asked twice for the same occasion it is counted once and the token is the same
     */
    public String scanned(Invitation invitation, String openid, String occasion) {
        return tx.write(() -> {
            String token = token(occasion);
            if (rows.insertScan(token, invitation.id(), openid, validUntil()) == 1) {
                rows.scanned(invitation.id());
            }
            return token;
        });
    }

    /** The token for someone who came without a code (menu, keyword). */
    public String arrived(String openid, String occasion) {
        return tx.write(() -> {
            String token = token(occasion);
            rows.insertScan(token, null, openid, validUntil());
            return token;
        });
    }

    /** Uses the token up for an account; empty when it is unknown, used or older than a day. Joins the transaction. */
    public Optional<String> openidFor(String token, long accountId) {
        boolean used = Ids.isToken(token) && rows.useScan(token, accountId) == 1;
        return used ? Optional.of(rows.openidOf(token)) : Optional.empty();
    }

    /** Forgets whose scan made this account. Joins the transaction. */
    public void forget(long accountId) {
        rows.forgetScans(accountId);
    }

    /** Forgets what a WeChat user scanned, used or not. Joins the transaction. */
    public void forgetVisitor(String openid) {
        rows.forgetVisitor(openid);
    }

    /** Nobody without the blind key can tell the token from the occasion. */
    private String token(String occasion) {
        byte[] hash = blind.of("scan", occasion);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, TOKEN_BYTES));
    }

    private Instant validUntil() {
        return clock.instant().plus(VALID);
    }
}

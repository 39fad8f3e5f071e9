package cn.tuanwu.invite;

import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Tx;
import java.time.Clock;
import java.time.Duration;
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
    private final Ids ids;
    private final Clock clock;
    private final Tx tx;

    ScanDesk(InviteRows rows, Ids ids, Clock clock, Tx tx) {
        this.rows = rows;
        this.ids = ids;
        this.clock = clock;
        this.tx = tx;
    }

    /** Counts the scan and gives the token for the link. */
    public String scanned(Invitation invitation, String openid) {
        return tx.write(() -> {
            rows.scanned(invitation.id());
            return token(invitation.id(), openid);
        });
    }

    /** The token for someone who came without a code (menu, keyword). */
    public String arrived(String openid) {
        return tx.write(() -> token(null, openid));
    }

    /** Uses the token up for an account; empty when it is unknown, used or older than a day. Joins the transaction. */
    public Optional<String> openidFor(String token, long accountId) {
        return rows.useScan(token, accountId) == 1 ? Optional.of(rows.openidOf(token)) : Optional.empty();
    }

    private String token(Long invitation, String openid) {
        String token = ids.token(TOKEN_BYTES);
        rows.insertScan(token, invitation, openid, clock.instant().plus(VALID));
        return token;
    }
}

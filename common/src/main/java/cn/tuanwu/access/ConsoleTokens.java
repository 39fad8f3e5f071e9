package cn.tuanwu.access;

import cn.tuanwu.kernel.Blind;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** One-time tokens with which an account gets its password from its owner. Good for a day; only the hash is kept. */
@Component
public class ConsoleTokens {
    static final Refusal SPENT = Refusal.of("TOKEN_SPENT", "这个链接已失效或已经用过，请联系给您链接的人重新发一个。");
    static final long FIRST = 0;
    private static final Duration VALID = Duration.ofHours(24);
    private static final int BYTES = 24;

    private final ConsoleTokenRows rows;
    private final OrgAccountRows accounts;
    private final Blind blind;
    private final Ids ids;
    private final Clock clock;
    private final Tx tx;

    ConsoleTokens(ConsoleTokenRows rows, OrgAccountRows accounts, Blind blind, Ids ids, Clock clock, Tx tx) {
        this.rows = rows;
        this.accounts = accounts;
        this.blind = blind;
        this.ids = ids;
        this.clock = clock;
        this.tx = tx;
    }

    /** A token for this account, or {@link #FIRST}; earlier ones for the same are worth nothing any more. */
    String issue(long account) {
        String token = ids.token(BYTES);
        tx.run(() -> {
            rows.drop(account);
            rows.insert(
                    hash(token),
                    account == FIRST ? null : account,
                    clock.instant().plus(VALID));
        });
        return token;
    }

    /** What it is for. Refused with TOKEN_SPENT. */
    public Outcome<Purpose> look(String token) {
        Optional<Long> account = account(token);
        if (account.isEmpty()) {
            return Outcome.refused(SPENT);
        }
        if (account.get() == FIRST) {
            return Outcome.done(new Purpose(null, null));
        }
        OrgAccountRow row = accounts.byId(account.get());
        return row == null ? Outcome.refused(SPENT) : Outcome.done(new Purpose(row.id, row.login));
    }

    Optional<Long> account(String token) {
        List<Long> found = Ids.isToken(token) ? rows.purpose(hash(token), clock.instant()) : List.of();
        return found.stream().findFirst();
    }

    /** Uses it up, in the transaction of what it was for. */
    boolean use(String token) {
        return rows.use(hash(token), clock.instant()) == 1;
    }

    private byte[] hash(String token) {
        return blind.of("console-token", token);
    }

    /** @param accountId whose password it sets; null: it makes the first accounts */
    public record Purpose(Long accountId, String login) {
        public boolean isFirst() {
            return accountId == null;
        }
    }
}

package cn.tuanwu.access;

import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Blind;
import cn.tuanwu.kernel.Ids;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** For the day the authenticator is lost: eight codes, each good once, kept as keyed hashes. Joins the transaction. */
@Component
class RecoveryCodes {
    private static final int HOW_MANY = 8;
    private static final int DIGITS = 10;

    private final RecoveryCodeRows rows;
    private final Blind blind;
    private final AuditDesk audit;
    private final Ids ids;
    private final Clock clock;

    RecoveryCodes(RecoveryCodeRows rows, Blind blind, AuditDesk audit, Ids ids, Clock clock) {
        this.rows = rows;
        this.blind = blind;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** They replace all earlier ones. */
    List<String> fresh(long account) {
        rows.drop(account);
        List<String> fresh = Stream.generate(() -> ids.digits(DIGITS))
                .distinct()
                .limit(HOW_MANY)
                .toList();
        fresh.forEach(code -> rows.insert(account, hash(account, code)));
        return fresh.stream()
                .map(code -> code.substring(0, DIGITS / 2) + "-" + code.substring(DIGITS / 2))
                .toList();
    }

    boolean use(long account, String code) {
        boolean used = rows.use(account, hash(account, code), clock.instant()) == 1;
        if (used) {
            audit.append("org-account:" + account, "org-account.recovery-used", "org-account", account, null);
        }
        return used;
    }

    void drop(long account) {
        rows.drop(account);
    }

    private byte[] hash(long account, String code) {
        return blind.of("recovery-code", account + "\n" + code);
    }
}

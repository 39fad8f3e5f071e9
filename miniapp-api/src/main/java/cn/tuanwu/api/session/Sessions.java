package cn.tuanwu.api.session;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.OrgAccounts;
import cn.tuanwu.account.AccountDesk;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Opens, reads and ends sessions. A session says which account it is of; whether that account is still there is asked
 * anew at every request.
 */
@Component
public class Sessions {
    private static final Duration MEMBER_IDLE = Duration.ofDays(30);
    private static final Duration CONSOLE_IDLE = Duration.ofMinutes(30);
    private static final Duration CONSOLE_LONGEST = Duration.ofHours(12);
    private static final String KIND = "kind";
    private static final String ID = "id";
    private static final String SINCE = "since";

    private final AccountDesk accounts;
    private final OrgAccounts orgAccounts;
    private final Clock clock;

    Sessions(AccountDesk accounts, OrgAccounts orgAccounts, Clock clock) {
        this.accounts = accounts;
        this.orgAccounts = orgAccounts;
        this.clock = clock;
    }

    /** A new session for a member; the one the request came with ends. */
    public String open(HttpServletRequest request, Caller.OwnAccount caller) {
        return open(request, Kind.ACCOUNT, caller.accountId(), MEMBER_IDLE);
    }

    /** A new session for a committee at the console; the one the request came with ends. */
    public String open(HttpServletRequest request, Caller.OrgAccount caller) {
        return open(request, Kind.ORG_ACCOUNT, caller.orgAccountId(), CONSOLE_IDLE);
    }

    public void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    public Optional<Caller.OwnAccount> member(HttpServletRequest request) {
        return id(request, Kind.ACCOUNT)
                .filter(id -> accounts.find(id).isPresent())
                .map(Caller.OwnAccount::new);
    }

    public Optional<Caller.OrgAccount> committee(HttpServletRequest request) {
        return id(request, Kind.ORG_ACCOUNT).flatMap(orgAccounts::find);
    }

    /** kind:id of whoever is signed in, without looking whether the account still exists. */
    public Optional<String> principal(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null
                ? Optional.empty()
                : Optional.of(session.getAttribute(KIND) + ":" + session.getAttribute(ID));
    }

    private String open(HttpServletRequest request, Kind kind, long id, Duration idle) {
        end(request);
        HttpSession session = request.getSession(true);
        session.setMaxInactiveInterval((int) idle.toSeconds());
        session.setAttribute(KIND, kind.name());
        session.setAttribute(ID, Long.toString(id));
        session.setAttribute(SINCE, clock.instant().toString());
        return session.getId();
    }

    private Optional<Long> id(HttpServletRequest request, Kind kind) {
        HttpSession session = request.getSession(false);
        if (session == null || !kind.name().equals(session.getAttribute(KIND))) {
            return Optional.empty();
        }
        Instant since = Instant.parse((String) session.getAttribute(SINCE));
        if (kind == Kind.ORG_ACCOUNT && since.plus(CONSOLE_LONGEST).isBefore(clock.instant())) {
            session.invalidate();
            return Optional.empty();
        }
        return Optional.of(Long.valueOf((String) session.getAttribute(ID)));
    }

    private enum Kind {
        ACCOUNT,
        ORG_ACCOUNT
    }
}

package cn.tuanwu.invite;

import cn.tuanwu.access.Caller;
import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.push.Push;
import cn.tuanwu.push.PushDesk;
import cn.tuanwu.push.PushKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Issues, resolves and revokes invitations (product §1). The QR ticket is fetched by the push worker after commit. */
@Service
public class InviteDesk {
    public static final int MOST_DAYS = 30;
    private static final int CODE_BYTES = 15;

    private final InviteRows rows;
    private final OrgDesk organisations;
    private final PushDesk pushes;
    private final AuditDesk audit;
    private final Ids ids;
    private final Clock clock;
    private final Tx tx;

    InviteDesk(InviteRows rows, OrgDesk organisations, PushDesk pushes, AuditDesk audit, Ids ids, Clock clock, Tx tx) {
        this.rows = rows;
        this.organisations = organisations;
        this.pushes = pushes;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.tx = tx;
    }

    /**
     * @param days 1–30: the platform keeps temporary QR codes for 30 days at most
     * @return refused with BRANCH_UNKNOWN outside the caller's subtree, DAYS_OUT_OF_RANGE
     */
    public Outcome<Invitation> issue(Caller.Admin caller, long branchId, int days) {
        if (days < 1 || days > MOST_DAYS) {
            return Outcome.refused(Refusal.at("days", "DAYS_OUT_OF_RANGE", "有效期须为 1 至 30 天。"));
        }
        Optional<Organisation> branch =
                organisations.branch(branchId).filter(found -> found.isWithin(caller.organisation()));
        if (branch.isEmpty()) {
            return Outcome.refused(Refusal.at("branchId", "BRANCH_UNKNOWN", "没有找到这个团支部，请在本组织的团支部中选择。"));
        }
        return tx.write(() -> {
            long id = ids.next();
            Instant expires = clock.instant().plus(Duration.ofDays(days));
            rows.insert(id, ids.token(CODE_BYTES), branchId, caller.actor(), expires);
            pushes.enqueue(Push.now(PushKind.INVITATION_TICKET, id));
            audit.append(caller.actor(), "invitation.issued", "invitation", id, null);
            return Outcome.done(get(id).orElseThrow());
        });
    }

    /** Those of the caller's subtree, newest first, at most 100. */
    public List<Invitation> list(Caller.Admin caller) {
        return rows.within(caller.organisation().path() + '%').stream()
                .map(this::invitation)
                .toList();
    }

    public Optional<Invitation> find(Caller.Admin caller, long id) {
        return get(id).filter(found -> found.branch().isWithin(caller.organisation()));
    }

    /** Revoking twice is the same as once. Empty when the invitation is not the caller's. */
    public Optional<Invitation> revoke(Caller.Admin caller, long id) {
        return find(caller, id)
                .map(found -> tx.write(() -> {
                    if (rows.revoke(id) == 1) {
                        audit.append(caller.actor(), "invitation.revoked", "invitation", id, null);
                    }
                    return get(id).orElseThrow();
                }));
    }

    /** For anyone who holds the code. Refused with INVITATION_UNKNOWN, _EXPIRED or _REVOKED and what to do then. */
    public Outcome<Invitation> resolve(String code) {
        InviteRow row = Ids.isToken(code) ? rows.byCode(code) : null;
        if (row == null || row.state == Invitation.State.FAILED) {
            return Outcome.refused(Refusal.of("INVITATION_UNKNOWN", "没有找到这个报到码，请向团支部索取最新的团员报到二维码。"));
        }
        if (row.state == Invitation.State.REVOKED) {
            return Outcome.refused(Refusal.of("INVITATION_REVOKED", "这个报到码已停用，请向团支部索取最新的团员报到二维码。"));
        }
        if (!row.expiresAt.isAfter(clock.instant())) {
            return Outcome.refused(Refusal.of("INVITATION_EXPIRED", "这个报到码已过期，请向团支部索取最新的团员报到二维码。"));
        }
        return Outcome.done(invitation(row));
    }

    /** For the push worker: the invitation, whoever issued it. */
    public Optional<Invitation> get(long id) {
        return Optional.ofNullable(rows.find(id)).map(this::invitation);
    }

    /** For the push worker: the platform gave the QR code. Nothing changes unless it was PREPARING. */
    public void ticketReady(long id, String url) {
        tx.run(() -> rows.ready(id, url));
    }

    /** For the push worker: the platform will never give one. */
    public void ticketFailed(long id) {
        tx.run(() -> rows.failed(id));
    }

    private Invitation invitation(InviteRow row) {
        Organisation branch = organisations.find(row.organisationId).orElseThrow();
        return new Invitation(row.id, row.code, branch, row.state, row.url, row.expiresAt, row.scans);
    }
}

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
    private static final int LONGEST_TITLE = 30;
    private static final int PERMANENT_POOL = 100_000;
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
     * What somebody wants to issue.
     *
     * @param days 1–30 with OA_TEMPORARY, 1–366 with the others
     * @param title of the campaign, at most 30 characters; null or blank without one
     */
    public record Wish(long organisationId, Invitation.Carrier carrier, int days, String title) {}

    /**
     * Issues one. Refused beside {@code organisationId} with ORGANISATION_UNKNOWN outside the caller's subtree, with
     * CARRIER_NOT_FOR_BRANCH; beside {@code days} with DAYS_OUT_OF_RANGE; beside {@code title} with TOO_LONG; with
     * CARRIER_POOL_FULL when the platform's codes without an end are used up.
     */
    public Outcome<Invitation> issue(Caller.Admin caller, Wish wish) {
        Optional<Refusal> fault = fault(caller, wish);
        if (fault.isPresent()) {
            return Outcome.refused(fault.get());
        }
        return tx.write(() -> {
            InviteRow row = row(wish);
            rows.insert(row, caller.actor());
            if (row.state == Invitation.State.PREPARING) {
                pushes.enqueue(Push.now(PushKind.INVITATION_TICKET, row.id));
            }
            audit.append(
                    caller.actor(),
                    "invitation.issued",
                    "invitation",
                    row.id,
                    wish.carrier().name());
            return Outcome.done(get(row.id).orElseThrow());
        });
    }

    private Optional<Refusal> fault(Caller.Admin caller, Wish wish) {
        int most = wish.carrier().mostDays();
        if (wish.days() < 1 || wish.days() > most) {
            return Optional.of(Refusal.at("days", "DAYS_OUT_OF_RANGE", "有效期须为 1 至 " + most + " 天。"));
        }
        Optional<Organisation> organisation = organisations
                .find(wish.organisationId())
                .filter(found -> found.open() && found.isWithin(caller.organisation()));
        if (organisation.isEmpty()) {
            return Optional.of(Refusal.at("organisationId", "ORGANISATION_UNKNOWN", "没有找到这个组织，请在本组织及下级中选择。"));
        }
        if (wish.title() != null && wish.title().codePointCount(0, wish.title().length()) > LONGEST_TITLE) {
            return Optional.of(Refusal.at("title", "TOO_LONG", "活动名称最多 " + LONGEST_TITLE + " 个字。"));
        }
        if (wish.carrier() != Invitation.Carrier.OA_PERMANENT) {
            return Optional.empty();
        }
        if (organisation.get().isBranch()) {
            return Optional.of(Refusal.at("carrier", "CARRIER_NOT_FOR_BRANCH", "公众号永久码数量有限，只用于团支部以上的组织。"));
        }
        return rows.permanent() < PERMANENT_POOL
                ? Optional.empty()
                : Optional.of(Refusal.at("carrier", "CARRIER_POOL_FULL", "公众号永久码已用完，请改用其他二维码。"));
    }

    private InviteRow row(Wish wish) {
        InviteRow row = new InviteRow();
        row.id = ids.next();
        row.code = ids.token(CODE_BYTES);
        row.organisationId = wish.organisationId();
        row.carrier = wish.carrier();
        row.title = wish.title() == null || wish.title().isBlank()
                ? null
                : wish.title().strip();
        row.state = wish.carrier() == Invitation.Carrier.LINK ? Invitation.State.READY : Invitation.State.PREPARING;
        row.expiresAt = clock.instant().plus(Duration.ofDays(wish.days()));
        return row;
    }

    /** An address of ours for a branch, ready and good for at least {@code days} but one; the newest. */
    public Optional<Invitation> lasting(Caller.Admin caller, Organisation branch, int days) {
        Instant end = clock.instant().plus(Duration.ofDays(days - 1L));
        return Optional.ofNullable(rows.lasting(branch.id(), end))
                .map(this::invitation)
                .filter(found -> found.organisation().isWithin(caller.organisation()));
    }

    /** Those of the caller's subtree, newest first, at most 100. */
    public List<Invitation> list(Caller.Admin caller) {
        return rows.within(caller.organisation().path() + '%').stream()
                .map(this::invitation)
                .toList();
    }

    public Optional<Invitation> find(Caller.Admin caller, long id) {
        return get(id).filter(found -> found.organisation().isWithin(caller.organisation()));
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
        if (!invitation(row).organisation().open()) {
            return Outcome.refused(Refusal.of("INVITATION_REVOKED", closed(row.organisationId)));
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

    /** For the push worker: the platform drew the code itself. Nothing changes unless it was PREPARING. */
    public void pictureReady(long id, byte[] picture) {
        tx.run(() -> rows.drawn(id, picture));
    }

    /** The code as the platform drew it; empty for those whose code we draw. */
    public Optional<byte[]> picture(Invitation invitation) {
        return Optional.ofNullable(rows.picture(invitation.id())).map(row -> row.picture);
    }

    /** Somebody came by a code that no platform tells us of. */
    public Outcome<Invitation> opened(String code) {
        return tx.write(() -> {
            Outcome<Invitation> resolved = resolve(code);
            if (resolved instanceof Outcome.Done<Invitation> done) {
                rows.scanned(done.value().id());
            }
            return resolved;
        });
    }

    /** For the push worker: the platform will never give one. */
    public void ticketFailed(long id) {
        tx.run(() -> rows.failed(id));
    }

    private String closed(long organisationId) {
        return organisations
                .holdBranch(organisationId)
                .map(into -> "邀请您的组织已并入“" + into.shortName() + "”，请向该支部索取新的团员报到二维码。")
                .orElse("邀请您的组织已撤销，请向上级团组织询问现在所属的团支部。");
    }

    private Invitation invitation(InviteRow row) {
        Organisation organisation = organisations.find(row.organisationId).orElseThrow();
        return new Invitation(
                row.id, row.code, organisation, row.carrier, row.title, row.state, row.url, row.expiresAt, row.scans);
    }
}

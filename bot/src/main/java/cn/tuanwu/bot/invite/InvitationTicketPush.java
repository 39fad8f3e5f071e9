package cn.tuanwu.bot.invite;

import cn.tuanwu.bot.push.PushHandler;
import cn.tuanwu.bot.tencent.CallResult;
import cn.tuanwu.bot.tencent.ErrorCodes;
import cn.tuanwu.bot.tencent.MiniProgram;
import cn.tuanwu.bot.tencent.OfficialAccount;
import cn.tuanwu.bot.tencent.Platform;
import cn.tuanwu.invite.Invitation;
import cn.tuanwu.invite.InviteDesk;
import cn.tuanwu.push.Claimed;
import cn.tuanwu.push.Next;
import cn.tuanwu.push.PushKind;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Fetches the code of an invitation from the platform that makes it. */
@Component
class InvitationTicketPush implements PushHandler {
    /** The platform keeps a temporary code for 30 days at most. */
    private static final long MOST_SECONDS = Duration.ofDays(30).toSeconds();

    private final InviteDesk invitations;
    private final OfficialAccount account;
    private final MiniProgram program;
    private final ErrorCodes codes;
    private final Clock clock;

    InvitationTicketPush(
            InviteDesk invitations, OfficialAccount account, MiniProgram program, ErrorCodes codes, Clock clock) {
        this.invitations = invitations;
        this.account = account;
        this.program = program;
        this.codes = codes;
        this.clock = clock;
    }

    @Override
    public PushKind kind() {
        return PushKind.INVITATION_TICKET;
    }

    @Override
    public Next send(Claimed push) {
        Optional<Invitation> invitation = invitations.get(push.subject());
        if (invitation.isEmpty() || invitation.get().state() != Invitation.State.PREPARING) {
            return Next.skip("not wanted any more");
        }
        long seconds =
                Duration.between(clock.instant(), invitation.get().expiresAt()).toSeconds();
        if (seconds <= 0) {
            invitations.ticketFailed(push.subject());
            return Next.skip("expired before it had a QR code");
        }
        return fetch(push, invitation.get(), (int) Math.min(seconds, MOST_SECONDS));
    }

    private Next fetch(Claimed push, Invitation invitation, int seconds) {
        return switch (invitation.carrier()) {
            case OA_TEMPORARY -> ticket(push, invitation, account.temporaryQr(invitation.scene(), seconds));
            case OA_PERMANENT -> ticket(push, invitation, account.permanentQr(invitation.scene()));
            case MINI_PROGRAM -> picture(push, invitation, program.code(invitation.scene(), Entry.START));
            case LINK -> Next.skip("needs nothing of a platform");
        };
    }

    private Next ticket(Claimed push, Invitation invitation, CallResult<String> url) {
        if (url instanceof CallResult.Ok<String> ok) {
            invitations.ticketReady(invitation.id(), ok.value());
            return Next.DONE;
        }
        return failed(push, invitation, codes.afterFailure(Platform.OFFICIAL_ACCOUNT, url, push.attempts()));
    }

    private Next picture(Claimed push, Invitation invitation, CallResult<byte[]> picture) {
        if (picture instanceof CallResult.Ok<byte[]> ok) {
            invitations.pictureReady(invitation.id(), ok.value());
            return Next.DONE;
        }
        return failed(push, invitation, codes.afterFailure(Platform.MINI_PROGRAM, picture, push.attempts()));
    }

    private Next failed(Claimed push, Invitation invitation, Next next) {
        if (next instanceof Next.Never) {
            invitations.ticketFailed(invitation.id());
        }
        return next;
    }
}

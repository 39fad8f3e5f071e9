package cn.tuanwu.api.invite;

import cn.tuanwu.api.org.BranchView;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.invite.Invitation;
import cn.tuanwu.invite.InviteDesk;
import cn.tuanwu.org.OrgDesk;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What an invitation's code leads to, for whoever holds it. */
@RestController
class InvitationController {
    private final InviteDesk invitations;
    private final OrgDesk organisations;

    InvitationController(InviteDesk invitations, OrgDesk organisations) {
        this.invitations = invitations;
        this.organisations = organisations;
    }

    @GetMapping("/api/invitations/{code}")
    Resolved resolve(@PathVariable("code") String code) {
        Invitation invitation = RefusedRequest.unlessDone(invitations.resolve(code));
        BranchView branch = BranchView.of(invitation.branch(), organisations.pathName(invitation.branch()));
        return new Resolved(invitation.code(), branch, invitation.expiresAt());
    }

    record Resolved(String code, BranchView branch, Instant expiresAt) {}
}

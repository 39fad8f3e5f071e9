package cn.tuanwu.api.invite;

import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.once.Once;
import cn.tuanwu.api.org.BranchView;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.invite.Invitation;
import cn.tuanwu.invite.InviteDesk;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import java.time.Instant;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an invitation's code leads to, for whoever holds it. */
@RestController
class InvitationController {
    private final InviteDesk invitations;
    private final OrgDesk organisations;
    private final Once once;

    InvitationController(InviteDesk invitations, OrgDesk organisations, Once once) {
        this.once = once;
        this.invitations = invitations;
        this.organisations = organisations;
    }

    @GetMapping("/api/invitations/{code}")
    Resolved resolve(@PathVariable("code") String code) {
        return resolved(RefusedRequest.unlessDone(invitations.resolve(code)));
    }

    /** Counts whoever came by an address of ours or by the mini-program's code: no platform tells us of them. */
    @PostMapping(path = "/api/invitations/{code}/openings", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] open(Call call, @PathVariable("code") String code) {
        return once.json(call, () -> invitations.opened(code).map(this::resolved));
    }

    private Resolved resolved(Invitation invitation) {
        Organisation organisation = invitation.organisation();
        BranchView view = BranchView.of(organisation, organisations.pathName(organisation));
        return new Resolved(
                invitation.code(),
                organisation.isBranch() ? view : null,
                view,
                invitation.title(),
                invitation.expiresAt());
    }

    /**
     * @param branch null when the guest has yet to choose one below the organisation
     * @param title of the campaign; null without one
     */
    record Resolved(String code, BranchView branch, BranchView organisation, String title, Instant expiresAt) {}
}

package cn.tuanwu.api.invite;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.once.Once;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.invite.Invitation;
import cn.tuanwu.invite.InviteDesk;
import cn.tuanwu.job.JobDesk;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A committee's invitations. Another committee's do not exist for the caller. */
@RestController
@RequestMapping("/api/console/invitations")
class ConsoleInvitationController {
    private final InviteDesk invitations;
    private final QrPicture pictures;
    private final Poster posters;
    private final JobDesk jobs;
    private final Clock clock;
    private final Once once;

    ConsoleInvitationController(
            InviteDesk invitations, QrPicture pictures, Poster posters, JobDesk jobs, Clock clock, Once once) {
        this.jobs = jobs;
        this.invitations = invitations;
        this.pictures = pictures;
        this.posters = posters;
        this.clock = clock;
        this.once = once;
    }

    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    byte[] issue(Caller.Admin caller, Call call, @RequestBody Wish wish) {
        InviteDesk.Wish asked = new InviteDesk.Wish(
                id(wish.organisationId()),
                wish.carrier() == null ? Invitation.Carrier.LINK : wish.carrier(),
                wish.days() == null ? 0 : wish.days(),
                wish.title());
        return once.json(call, () -> invitations.issue(caller, asked).map(Issued::of));
    }

    @GetMapping
    Items list(Caller.Admin caller) {
        return new Items(invitations.list(caller).stream().map(Issued::of).toList());
    }

    @GetMapping("/{id}")
    Issued one(Caller.Admin caller, @PathVariable("id") String id) {
        return Issued.of(find(caller, id));
    }

    @PostMapping(path = "/{id}/revoke", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] revoke(Caller.Admin caller, Call call, @PathVariable("id") String id) {
        return once.json(
                call,
                () -> Outcome.done(Issued.of(
                        invitations.revoke(caller, id(id)).orElseThrow(ConsoleInvitationController::unknown))));
    }

    @GetMapping(path = "/{id}/qr.png", produces = MediaType.IMAGE_PNG_VALUE)
    byte[] picture(Caller.Admin caller, @PathVariable("id") String id) {
        return pictures.png(ready(caller, id));
    }

    @GetMapping(path = "/{id}/poster.png", produces = MediaType.IMAGE_PNG_VALUE)
    byte[] poster(Caller.Admin caller, @PathVariable("id") String id) {
        return posters.png(ready(caller, id));
    }

    /** Posters for all branches of the caller, as a job. */
    @PostMapping(path = "/posters", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    byte[] posters(Caller.Admin caller, Call call, @RequestBody PosterWish wish) {
        int days = wish.days() == null ? 0 : wish.days();
        int most = Invitation.Carrier.LINK.mostDays();
        return once.json(
                call,
                () -> days < 1 || days > most
                        ? Outcome.refused(Refusal.at("days", "DAYS_OUT_OF_RANGE", "有效期须为 1 至 " + most + " 天。"))
                        : jobs.start(caller, PosterZip.KIND, Integer.toString(days))
                                .map(job -> new Started(Long.toString(job.id()))));
    }

    private Invitation ready(Caller.Admin caller, String id) {
        Invitation invitation = find(caller, id);
        refusal(invitation).ifPresent(refused -> {
            throw refused;
        });
        return invitation;
    }

    private Invitation find(Caller.Admin caller, String id) {
        return invitations.find(caller, id(id)).orElseThrow(ConsoleInvitationController::unknown);
    }

    private Optional<RefusedRequest> refusal(Invitation invitation) {
        return switch (invitation.state()) {
            case PREPARING -> refusal("INVITATION_PREPARING", "二维码正在生成，请稍候几秒再试。");
            case FAILED -> refusal("INVITATION_FAILED", "二维码没有生成成功，请重新制作一张。");
            case REVOKED -> refusal("INVITATION_REVOKED", "这个报到码已停用，请重新制作一张。");
            case READY ->
                invitation.expiresAt().isAfter(clock.instant())
                        ? Optional.empty()
                        : refusal("INVITATION_EXPIRED", "这个报到码已过期，请重新制作一张。");
        };
    }

    private static Optional<RefusedRequest> refusal(String code, String text) {
        return Optional.of(new RefusedRequest(code, text));
    }

    private static RefusedRequest unknown() {
        return new RefusedRequest("INVITATION_UNKNOWN", "没有找到这个报到码。");
    }

    /** No id is zero: what is not a number belongs to nobody. */
    private static long id(String typed) {
        return typed != null && typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : 0;
    }

    record PosterWish(Integer days) {}

    record Started(String job) {}

    /** @param carrier LINK when it says none */
    record Wish(String organisationId, Invitation.Carrier carrier, Integer days, String title) {}

    record Items(List<Issued> items) {}

    record Named(String id, String name) {}

    record Issued(
            String id,
            String code,
            Invitation.State state,
            Invitation.Carrier carrier,
            String title,
            Named organisation,
            Instant expiresAt,
            int scans) {
        static Issued of(Invitation invitation) {
            return new Issued(
                    Long.toString(invitation.id()),
                    invitation.code(),
                    invitation.state(),
                    invitation.carrier(),
                    invitation.title(),
                    new Named(
                            Long.toString(invitation.organisation().id()),
                            invitation.organisation().name()),
                    invitation.expiresAt(),
                    invitation.scans());
        }
    }
}

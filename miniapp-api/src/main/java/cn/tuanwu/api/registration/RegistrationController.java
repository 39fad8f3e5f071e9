package cn.tuanwu.api.registration;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.once.Once;
import cn.tuanwu.api.org.BranchView;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.registration.Profile;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.registration.RegistrationDesk;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where a member fills in, submits and takes back. */
@RestController
class RegistrationController {
    private final RegistrationDesk registrations;
    private final OrgDesk organisations;
    private final Me me;
    private final Once once;

    RegistrationController(RegistrationDesk registrations, OrgDesk organisations, Me me, Once once) {
        this.registrations = registrations;
        this.organisations = organisations;
        this.me = me;
        this.once = once;
    }

    @GetMapping("/api/me")
    Me.Page me(Caller.OwnAccount caller) {
        return me.of(caller);
    }

    @GetMapping("/api/registration")
    Form form(Caller.OwnAccount caller) {
        Optional<Registration> mine = registrations.mine(caller);
        Optional<Profile> profile = registrations.profile(caller);
        return new Form(
                mine.map(Registration::state).orElse(Registration.State.DRAFT),
                mine.map(Registration::version).orElse(0),
                profile.orElse(null),
                profile.map(Profile::branchId)
                        .flatMap(organisations::branch)
                        .map(this::view)
                        .orElse(null));
    }

    private BranchView view(Organisation branch) {
        return BranchView.of(branch, organisations.pathName(branch));
    }

    @PutMapping(path = "/api/registration", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] save(Caller.OwnAccount caller, Call call, @RequestBody Profile typed) {
        return once.json(call, () -> registrations.saveDraft(caller, typed).map(kept -> form(caller)));
    }

    @PostMapping(path = "/api/registration/submit", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] submit(Caller.OwnAccount caller, Call call, @RequestBody Profile typed) {
        return once.json(call, () -> registrations.submit(caller, typed).map(submitted -> me.of(caller)));
    }

    /** For a page that tells faults while the member is still typing; it keeps nothing of the profile. */
    @PostMapping(path = "/api/registration/check", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] check(Caller.OwnAccount caller, Call call, @RequestBody Profile typed) {
        return once.json(call, () -> Outcome.done(Checked.of(registrations.check(caller, typed))));
    }

    @PostMapping(path = "/api/registration/withdraw", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] withdraw(Caller.OwnAccount caller, Call call) {
        return once.json(call, () -> registrations.withdraw(caller).map(withdrawn -> me.of(caller)));
    }

    /**
     * @param profile null when nothing was begun
     * @param branch the one chosen in the profile; null when none was, or it is no branch
     */
    record Form(Registration.State state, int version, Profile profile, BranchView branch) {}

    /** @param warnings what may be submitted all the same */
    record Checked(List<Finding> errors, List<Finding> warnings) {
        static Checked of(RegistrationDesk.Check check) {
            return new Checked(
                    check.faults().stream()
                            .map(fault -> new Finding(fault.field(), fault.code(), fault.text()))
                            .toList(),
                    check.cautions().stream()
                            .map(caution -> new Finding(caution.field(), caution.name(), caution.text()))
                            .toList());
        }
    }

    record Finding(String field, String code, String message) {}
}

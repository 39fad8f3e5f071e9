package cn.tuanwu.api.registration;

import cn.tuanwu.access.Caller;
import cn.tuanwu.account.AccountDesk;
import cn.tuanwu.api.account.AccountView;
import cn.tuanwu.api.org.BranchView;
import cn.tuanwu.kernel.Settings;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.registration.Edit;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.registration.RegistrationDesk;
import java.time.Instant;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Puts together what a member's home page shows. */
@Component
class Me {
    private final AccountDesk accounts;
    private final RegistrationDesk registrations;
    private final OrgDesk organisations;
    private final NextStep next;
    /** What the mini-program asks leave for: the result of the registration comes by it. None where none was chosen. */
    private final List<String> templates;

    Me(
            AccountDesk accounts,
            RegistrationDesk registrations,
            OrgDesk organisations,
            NextStep next,
            Environment environment) {
        String template = new Settings(environment).optional("TUANWU_MINIAPP_RESULT_TEMPLATE", "");
        this.templates = template.isEmpty() ? List.of() : List.of(template);
        this.accounts = accounts;
        this.registrations = registrations;
        this.organisations = organisations;
        this.next = next;
    }

    Page of(Caller.OwnAccount caller) {
        return new Page(
                AccountView.of(accounts.find(caller.accountId()).orElseThrow()),
                registrations.mine(caller).map(this::sheet).orElse(null),
                templates);
    }

    private Sheet sheet(Registration registration) {
        BranchView branch = registration.branch() == null
                ? null
                : BranchView.of(registration.branch(), organisations.pathName(registration.branch()));
        return new Sheet(
                Long.toString(registration.id()),
                registration.state(),
                registration.version(),
                branch,
                RealNameView.of(registration.realName()),
                returned(registration),
                registration.submittedAt(),
                registration.decidedAt(),
                registration.decidedBy(),
                next.of(registration),
                EditView.of(registration.edit()));
    }

    private static Returned returned(Registration registration) {
        Registration.Reason reason = registration.returned();
        return reason == null
                ? null
                : new Returned(reason.code(), reason.text(), registration.decidedAt(), registration.decidedBy());
    }

    record Page(AccountView account, Sheet registration, List<String> subscribeTemplates) {}

    record Sheet(
            String id,
            Registration.State state,
            int version,
            BranchView branch,
            RealNameView realName,
            Returned returned,
            Instant submittedAt,
            Instant decidedAt,
            String decidedBy,
            String next,
            EditView edit) {}

    /** A change after the approval that waits or was returned: old and new in words. */
    record EditView(
            String id,
            Edit.Kind kind,
            String label,
            Edit.State state,
            List<Edit.Change> changes,
            Instant submittedAt,
            Returned returned) {

        static EditView of(Edit edit) {
            if (edit == null) {
                return null;
            }
            Returned returned = edit.returnReason() == null
                    ? null
                    : new Returned(null, edit.returnReason(), edit.decidedAt(), edit.decidedBy());
            return new EditView(
                    Long.toString(edit.id()),
                    edit.kind(),
                    edit.kind().label(),
                    edit.state(),
                    edit.changes(),
                    edit.submittedAt(),
                    returned);
        }
    }

    record Returned(String code, String reason, Instant at, String by) {}
}

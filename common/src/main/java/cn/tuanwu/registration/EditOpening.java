package cn.tuanwu.registration;

import cn.tuanwu.access.Caller;
import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.org.OrgDesk;
import java.time.Clock;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Hands a judged change to whoever has to agree to it. Joins the member's transaction. */
@Component
class EditOpening {
    private final RegistrationRows rows;
    private final EditRows edits;
    private final EditBook editBook;
    private final Differences differences;
    private final RegistrationBook book;
    private final OrgDesk organisations;
    private final History history;
    private final AuditDesk audit;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;

    EditOpening(
            RegistrationRows rows,
            EditRows edits,
            EditBook editBook,
            Differences differences,
            RegistrationBook book,
            OrgDesk organisations,
            History history,
            AuditDesk audit,
            ApplicationEventPublisher events,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.edits = edits;
        this.editBook = editBook;
        this.differences = differences;
        this.book = book;
        this.organisations = organisations;
        this.history = history;
        this.audit = audit;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Refused with REGISTRATION_MOVED_ON when something else happened since the row was read.
     *
     * @param row as it was judged: with the version of then
     */
    Outcome<Registration> open(
            Caller.OwnAccount caller,
            RegistrationRow row,
            Edit.Kind kind,
            Profile present,
            Profile wished,
            Set<ProfileField> fields,
            String evidence) {
        if (rows.move(row.id, row.version, row.state, Registration.State.EDIT_PENDING) == 0) {
            return Outcome.refused(Registration.MOVED_ON);
        }
        EditRow edit = new EditRow();
        edit.id = ids.next();
        edit.registrationId = row.id;
        edit.kind = kind;
        edit.state = Edit.State.PENDING;
        edit.submittedAt = clock.instant();
        edit.contentSealed = editBook.seal(
                        edit.id,
                        new EditRow.Content(
                                differences.texts(present, fields), differences.texts(wished, fields), evidence))
                .orElseThrow();
        edits.insert(edit);
        tell(caller, row, edit, fields);
        return Outcome.done(book.registration(rows.find(row.id)));
    }

    private void tell(Caller.OwnAccount caller, RegistrationRow row, EditRow edit, Set<ProfileField> fields) {
        History.What what =
                edit.kind == Edit.Kind.CORRECTION ? History.What.CORRECTION_SUBMITTED : History.What.EDIT_SUBMITTED;
        audit.append(caller.actor(), "profile.edit-submitted", "registration", row.id, EditRules.keys(fields));
        history.add(row.id, what, null, EditRules.labels(fields));
        events.publishEvent(new Registration.EditSubmitted(
                row.id, edit.id, edit.kind, organisations.find(row.branchId).orElseThrow()));
    }
}

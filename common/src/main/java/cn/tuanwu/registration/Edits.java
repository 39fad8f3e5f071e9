package cn.tuanwu.registration;

import cn.tuanwu.kernel.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Carries out what was decided about a change. Joins the transaction of the decision. */
@Component
class Edits {
    private final EditRows rows;
    private final EditBook editBook;
    private final RegistrationRows registrations;
    private final RegistrationBook book;
    private final Members members;
    private final Drafts drafts;
    private final Differences differences;
    private final History history;
    private final Clock clock;

    Edits(
            EditRows rows,
            EditBook editBook,
            RegistrationRows registrations,
            RegistrationBook book,
            Members members,
            Drafts drafts,
            Differences differences,
            History history,
            Clock clock) {
        this.rows = rows;
        this.editBook = editBook;
        this.registrations = registrations;
        this.book = book;
        this.members = members;
        this.drafts = drafts;
        this.differences = differences;
        this.history = history;
        this.clock = clock;
    }

    Outcome<Registration> approve(long editId, String decidedBy) {
        EditRow edit = rows.find(editId);
        if (!end(edit, Edit.State.APPROVED, decidedBy, null)) {
            return Outcome.refused(Registration.MOVED_ON);
        }
        RegistrationRow row = registrations.find(edit.registrationId);
        Map<String, String> wished = editBook.content(edit).after();
        Outcome<RegistrationRow> amended = members.amend(row, differences.with(drafts.whole(row), wished));
        if (amended instanceof Outcome.Refused<RegistrationRow> refused) {
            return Outcome.refused(refused.refusals());
        }
        boolean correction = edit.kind == Edit.Kind.CORRECTION;
        return moved(
                edit,
                Registration.State.APPROVED,
                correction ? History.What.CORRECTION_APPROVED : History.What.EDIT_APPROVED,
                decidedBy,
                null);
    }

    Outcome<Registration> sendBack(long editId, String decidedBy, Registration.Reason reason) {
        EditRow edit = rows.find(editId);
        if (!end(edit, Edit.State.RETURNED, decidedBy, reason.text())) {
            return Outcome.refused(Registration.MOVED_ON);
        }
        boolean correction = edit.kind == Edit.Kind.CORRECTION;
        return moved(
                edit,
                Registration.State.EDIT_RETURNED,
                correction ? History.What.CORRECTION_RETURNED : History.What.EDIT_RETURNED,
                decidedBy,
                reason.text());
    }

    private boolean end(EditRow edit, Edit.State state, String by, String reason) {
        Instant now = clock.instant();
        return rows.end(edit.id, state, by, now, reason) == 1;
    }

    private Outcome<Registration> moved(
            EditRow edit, Registration.State to, History.What what, String decidedBy, String note) {
        RegistrationRow row = registrations.find(edit.registrationId);
        if (registrations.move(row.id, row.version, Registration.State.EDIT_PENDING, to) == 0) {
            return Outcome.refused(Registration.MOVED_ON);
        }
        history.add(row.id, what, decidedBy, note);
        return Outcome.done(book.registration(registrations.find(row.id)));
    }
}

package cn.tuanwu.form;

import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Outcome;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Carries out what review decided about a form that is to replace another, in review's transaction. */
@Service
public class Replacement {
    private final FormRows rows;
    private final FormShelf shelf;
    private final FormLines lines;
    private final FormPushes pushes;
    private final AuditDesk audit;
    private final Clock clock;

    Replacement(FormRows rows, FormShelf shelf, FormLines lines, FormPushes pushes, AuditDesk audit, Clock clock) {
        this.rows = rows;
        this.shelf = shelf;
        this.lines = lines;
        this.pushes = pushes;
        this.audit = audit;
        this.clock = clock;
    }

    /** The waiting one is formal, the formal one replaced. Refused with FORM_MOVED_ON. */
    public Outcome<Form> approve(long formId, String actor, String by) {
        FormRow row = rows.find(formId);
        if (row == null) {
            return Outcome.refused(Form.MOVED_ON);
        }
        rows.lock(row.registrationId);
        FormRow old = rows.formalOf(row.registrationId);
        // Before the other: the unique key allows one formal form at any moment.
        rows.replace(row.registrationId);
        if (rows.end(formId, Form.State.FORMAL, by, clock.instant(), null) == 0) {
            return Outcome.refused(Form.MOVED_ON);
        }
        if (old != null) {
            audit.append(actor, "form.replaced", "form", old.id, "by:" + formId);
        }
        return done(row);
    }

    /** The formal one stays; whoever handed the other in reads why. Refused with FORM_MOVED_ON. */
    public Outcome<Form> sendBack(long formId, String by, String reason) {
        FormRow row = rows.find(formId);
        if (row == null) {
            return Outcome.refused(Form.MOVED_ON);
        }
        rows.lock(row.registrationId);
        return rows.end(formId, Form.State.RETURNED, by, clock.instant(), reason) == 0
                ? Outcome.refused(Form.MOVED_ON)
                : done(row);
    }

    private Outcome<Form> done(FormRow row) {
        lines.refresh(row.registrationId);
        pushes.tell(row);
        return Outcome.done(shelf.find(row.id).orElseThrow());
    }

    /** The form, whoever asks: for cards and their deciders. */
    public Optional<Form> find(long formId) {
        return shelf.find(formId);
    }

    /** What it is to replace, or did, or would have. */
    public Optional<Form> before(long formId) {
        return Optional.ofNullable(rows.find(formId)).map(rows::before).map(shelf::form);
    }

    /** kind:id of who handed it in; they decide nothing about it. */
    public Optional<String> filedBy(long formId) {
        return Optional.ofNullable(rows.find(formId)).map(row -> row.filedBy);
    }
}

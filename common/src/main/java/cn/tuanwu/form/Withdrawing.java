package cn.tuanwu.form;

import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes back what waits. */
@Component
class Withdrawing {
    private static final Refusal NOT_YOURS = Refusal.of("FORM_NOT_YOURS", "只有上传人可以撤回，您可以请审核人退回。");

    private final FormRows rows;
    private final FormShelf shelf;
    private final FormLines lines;
    private final AuditDesk audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Tx tx;

    Withdrawing(
            FormRows rows,
            FormShelf shelf,
            FormLines lines,
            AuditDesk audit,
            ApplicationEventPublisher events,
            Clock clock,
            Tx tx) {
        this.rows = rows;
        this.shelf = shelf;
        this.lines = lines;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.tx = tx;
    }

    Outcome<Form> withdraw(Reach reach, long formId) {
        return tx.write(() -> {
            if (shelf.find(reach, formId).isEmpty()) {
                return Outcome.refused(Form.UNKNOWN);
            }
            FormRow row = rows.find(formId);
            if (!row.filedBy.equals(reach.actor())) {
                return Outcome.refused(NOT_YOURS);
            }
            rows.lock(row.registrationId);
            if (rows.end(formId, Form.State.WITHDRAWN, null, clock.instant(), null) == 0) {
                return Outcome.refused(Form.MOVED_ON);
            }
            audit.append(reach.actor(), "form.withdrawn", "form", formId, null);
            lines.refresh(row.registrationId);
            events.publishEvent(new Form.Ended(formId));
            return Outcome.done(shelf.find(formId).orElseThrow());
        });
    }
}

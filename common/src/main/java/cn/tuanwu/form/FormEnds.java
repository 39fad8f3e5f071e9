package cn.tuanwu.form;

import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.registration.Registration;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A registration that is gone leaves no form behind; its files are the sweeper's. Of who left the league the formal one stays,
 * and what waited is over. Joins the transaction of the cause.
 */
@Component
class FormEnds {
    private final FormRows rows;
    private final AuditDesk audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FormEnds(FormRows rows, AuditDesk audit, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void stepped(Registration.Stepped event) {
        long registration = event.registrationId();
        MemberRow member = rows.member(registration);
        if (member != null && !member.state.isLeft()) {
            return;
        }
        Long waiting = rows.waitingId(registration);
        if (waiting != null && member != null) {
            rows.end(waiting, Form.State.WITHDRAWN, null, clock.instant(), "团员已离团");
            audit.append("system", "form.withdrawn", "form", waiting, null);
        }
        if (waiting != null) {
            events.publishEvent(new Form.Ended(waiting));
        }
        if (member == null) {
            rows.forget(registration);
        }
    }
}

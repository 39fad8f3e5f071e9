package cn.tuanwu.form;

import cn.tuanwu.registration.Registration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A registration that is gone leaves no form behind; its files are the sweeper's. Joins the transaction of the cause. */
@Component
class FormEnds {
    private final FormRows rows;
    private final ApplicationEventPublisher events;

    FormEnds(FormRows rows, ApplicationEventPublisher events) {
        this.rows = rows;
        this.events = events;
    }

    @EventListener
    void stepped(Registration.Stepped event) {
        long registration = event.registrationId();
        if (rows.member(registration) != null) {
            return;
        }
        Long waiting = rows.waitingId(registration);
        if (waiting != null) {
            events.publishEvent(new Form.Ended(waiting));
        }
        rows.forget(registration);
    }
}

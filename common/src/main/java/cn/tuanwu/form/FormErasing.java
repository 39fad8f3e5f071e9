package cn.tuanwu.form;

import cn.tuanwu.trace.Erasing;
import cn.tuanwu.trace.Leftovers;
import cn.tuanwu.trace.Person;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Every edition of the form, its paper, and who had it open. */
@Component
class FormErasing implements Erasing {
    private final FormRows rows;
    private final Leftovers leftovers;
    private final ApplicationEventPublisher events;

    FormErasing(FormRows rows, Leftovers leftovers, ApplicationEventPublisher events) {
        this.rows = rows;
        this.leftovers = leftovers;
        this.events = events;
    }

    @Override
    public void erase(Person person) {
        if (person.registrationId() == null) {
            return;
        }
        Long waiting = rows.waitingId(person.registrationId());
        if (waiting != null) {
            events.publishEvent(new Form.Ended(waiting));
        }
        for (long form : rows.all(person.registrationId())) {
            rows.forgetViewings(form);
            leftovers.drop(Form.key(form));
        }
        rows.forget(person.registrationId());
    }
}

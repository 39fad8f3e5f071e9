package cn.tuanwu.erasure;

import cn.tuanwu.trace.Erasing;
import cn.tuanwu.trace.Person;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Only the registration goes: a request nobody has decided is over with it, for without a record the account is closed at
 * once. What was agreed to is carried out all the same.
 */
@Component
class ErasureErasing implements Erasing {
    private static final String REASON = "报到资料已删除";

    private final ErasureRequestRows rows;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ErasureErasing(ErasureRequestRows rows, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void erase(Person person) {
        ErasureRequestRow open = person.accountStays() ? rows.openOf(person.accountId()) : null;
        if (open != null
                && rows.end(open.id, ErasureRequest.State.WITHDRAWN, clock.instant(), "system", null, REASON) == 1) {
            events.publishEvent(new ErasureRequest.Ended(open.id));
        }
    }
}

package cn.tuanwu.intake;

import cn.tuanwu.trace.Erasing;
import cn.tuanwu.trace.Person;
import org.springframework.stereotype.Component;

/** The line of a sheet that brought somebody in. */
@Component
class IntakeErasing implements Erasing {
    private final IntakeRows rows;

    IntakeErasing(IntakeRows rows) {
        this.rows = rows;
    }

    @Override
    public void erase(Person person) {
        if (person.registrationId() != null) {
            rows.erase(person.registrationId());
        }
    }
}

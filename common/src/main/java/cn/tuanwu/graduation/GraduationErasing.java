package cn.tuanwu.graduation;

import cn.tuanwu.trace.Erasing;
import cn.tuanwu.trace.Person;
import org.springframework.stereotype.Component;

/** The mark of an exception, and the lines of batches somebody was in. */
@Component
class GraduationErasing implements Erasing {
    private final GraduationRows rows;
    private final GraduateBatchRows batches;

    GraduationErasing(GraduationRows rows, GraduateBatchRows batches) {
        this.rows = rows;
        this.batches = batches;
    }

    @Override
    public void erase(Person person) {
        if (person.registrationId() != null) {
            rows.exceptNoMore(person.registrationId());
            batches.eraseTwice(person.registrationId(), BatchStarting.TWICE.code());
            batches.erase(person.registrationId());
        }
    }
}

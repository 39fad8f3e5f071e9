package cn.tuanwu.ceremony;

import cn.tuanwu.trace.Erasing;
import cn.tuanwu.trace.Person;
import org.springframework.stereotype.Component;

/** Nobody knows any more who took this oath; the ceremony, its sums and its pictures are the organisation's and stay. */
@Component
class CeremonyErasing implements Erasing {
    private final OathEnds ends;

    CeremonyErasing(OathEnds ends) {
        this.ends = ends;
    }

    @Override
    public void erase(Person person) {
        if (person.registrationId() != null) {
            ends.forget(person.registrationId());
        }
    }
}

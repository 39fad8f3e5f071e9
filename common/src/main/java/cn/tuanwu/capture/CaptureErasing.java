package cn.tuanwu.capture;

import cn.tuanwu.trace.Erasing;
import cn.tuanwu.trace.Leftovers;
import cn.tuanwu.trace.Person;
import org.springframework.stereotype.Component;

/** Pages somebody photographed of the person's form, filed or not. */
@Component
class CaptureErasing implements Erasing {
    private final BatchRows batches;
    private final PageRows pages;
    private final Leftovers leftovers;

    CaptureErasing(BatchRows batches, PageRows pages, Leftovers leftovers) {
        this.batches = batches;
        this.pages = pages;
        this.leftovers = leftovers;
    }

    @Override
    public void erase(Person person) {
        if (person.registrationId() == null) {
            return;
        }
        for (long batch : batches.of(person.registrationId())) {
            pages.all(batch).forEach(page -> leftovers.drop(page.key()));
            pages.delete(batch);
            batches.erase(batch);
        }
    }
}

package cn.tuanwu.api.once;

import cn.tuanwu.trace.Erasing;
import cn.tuanwu.trace.Person;
import org.springframework.stereotype.Component;

/** The answers kept for the person's repeated requests. */
@Component
class OnceErasing implements Erasing {
    private final OnceRows rows;

    OnceErasing(OnceRows rows) {
        this.rows = rows;
    }

    @Override
    public void erase(Person person) {
        rows.forget("ACCOUNT:" + person.accountId());
    }
}

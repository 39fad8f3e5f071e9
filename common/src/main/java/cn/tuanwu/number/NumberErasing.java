package cn.tuanwu.number;

import cn.tuanwu.trace.Erasing;
import cn.tuanwu.trace.Person;
import org.springframework.stereotype.Component;

/** A number that was somebody's is void for good; one that was only reserved is free again. */
@Component
class NumberErasing implements Erasing {
    private static final String REASON = "持有人的个人信息已删除";

    private final NumberDesk numbers;
    private final NumberRows rows;

    NumberErasing(NumberDesk numbers, NumberRows rows) {
        this.numbers = numbers;
        this.rows = rows;
    }

    @Override
    public void erase(Person person) {
        if (person.registrationId() != null) {
            numbers.release(person.registrationId());
            numbers.voidUsed(person.registrationId());
            rows.disown(person.registrationId(), REASON);
        }
    }
}

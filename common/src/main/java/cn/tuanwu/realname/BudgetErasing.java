package cn.tuanwu.realname;

import cn.tuanwu.trace.Erasing;
import cn.tuanwu.trace.Person;
import org.springframework.stereotype.Component;

/** How often was asked for someone; the checks themselves go with the registration that named them. */
@Component
class BudgetErasing implements Erasing {
    private final RealNameBudget budget;

    BudgetErasing(RealNameBudget budget) {
        this.budget = budget;
    }

    @Override
    public void erase(Person person) {
        budget.forget(person.accountId(), person.documents());
    }
}

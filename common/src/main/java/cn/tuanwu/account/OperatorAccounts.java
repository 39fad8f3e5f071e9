package cn.tuanwu.account;

import cn.tuanwu.access.OperatorDesk;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever closes the account they serve with serves nowhere any more. */
@Component
class OperatorAccounts {
    private final OperatorDesk operators;

    OperatorAccounts(OperatorDesk operators) {
        this.operators = operators;
    }

    @EventListener
    void closed(Account.Closed closed) {
        operators.leave(closed.accountId());
    }
}

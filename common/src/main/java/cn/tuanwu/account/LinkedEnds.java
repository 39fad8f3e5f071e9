package cn.tuanwu.account;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** No account elsewhere opens what is somebody else's from now on, or is gone. */
@Component
class LinkedEnds {
    private final LinkedRows rows;

    LinkedEnds(LinkedRows rows) {
        this.rows = rows;
    }

    @EventListener
    void on(Account.HandedOver event) {
        rows.deleteAll(event.accountId());
    }

    @EventListener
    void on(Account.Closed event) {
        rows.deleteAll(event.accountId());
    }
}

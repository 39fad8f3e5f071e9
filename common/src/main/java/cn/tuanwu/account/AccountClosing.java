package cn.tuanwu.account;

import cn.tuanwu.access.SlowDown;
import cn.tuanwu.invite.ScanDesk;
import cn.tuanwu.kernel.Phone;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Removes an account and all this room keeps of it. Joins the transaction of the cause. */
@Component
public class AccountClosing {
    private final AccountRows rows;
    private final AccountDesk accounts;
    private final DeviceRows devices;
    private final SmsCodes codes;
    private final ScanDesk scans;
    private final SlowDown slowDown;
    private final ApplicationEventPublisher events;

    AccountClosing(
            AccountRows rows,
            AccountDesk accounts,
            DeviceRows devices,
            SmsCodes codes,
            ScanDesk scans,
            SlowDown slowDown,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.accounts = accounts;
        this.devices = devices;
        this.codes = codes;
        this.scans = scans;
        this.slowDown = slowDown;
        this.events = events;
    }

    /** Holds the account until the transaction ends, so that nothing begins with it meanwhile. False: it is gone. */
    public boolean hold(long accountId) {
        return rows.lock(accountId) != null;
    }

    /** Keeps nothing of a phone that was the account's, and is nobody else's now. */
    public void forgetFormer(Phone phone) {
        if (!accounts.isTaken(phone)) {
            forget(phone);
        }
    }

    private void forget(Phone phone) {
        codes.forget(phone);
        slowDown.cleared("account", phone.number());
    }

    /** Its sessions open nothing any more. Publishes {@link Account.Closed}. */
    public void close(long accountId) {
        Optional<Phone> phone = accounts.find(accountId).map(Account::phone);
        phone.ifPresent(this::forget);
        for (WeChatApp app : WeChatApp.values()) {
            rows.openids(accountId, app).forEach(scans::forgetVisitor);
        }
        rows.unbind(accountId);
        devices.delete(accountId);
        scans.forget(accountId);
        rows.delete(accountId);
        events.publishEvent(new Account.Closed(accountId));
    }
}

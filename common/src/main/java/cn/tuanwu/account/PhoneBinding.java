package cn.tuanwu.account;

import cn.tuanwu.access.Passwords;
import cn.tuanwu.access.SlowDown;
import cn.tuanwu.kernel.Blind;
import cn.tuanwu.kernel.Phone;
import cn.tuanwu.kernel.Seal;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Moves an account to another phone. Joins the transaction of the cause; the unique key of the phone says who was first,
 * with a {@link org.springframework.dao.DuplicateKeyException}.
 */
@Component
public class PhoneBinding {
    private final AccountRows rows;
    private final DeviceRows devices;
    private final Passwords passwords;
    private final SlowDown slowDown;
    private final Seal seal;
    private final Blind blind;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PhoneBinding(
            AccountRows rows,
            DeviceRows devices,
            Passwords passwords,
            SlowDown slowDown,
            Seal seal,
            Blind blind,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.devices = devices;
        this.passwords = passwords;
        this.slowDown = slowDown;
        this.seal = seal;
        this.blind = blind;
        this.events = events;
        this.clock = clock;
    }

    public Optional<Long> accountOf(Phone phone) {
        return Optional.ofNullable(row(phone)).map(row -> row.id);
    }

    /** Its owner changed the number: everything else stays. */
    public void move(long accountId, Phone phone) {
        rows.setPhone(accountId, seal.seal(AccountDesk.phonePlace(accountId), phone.number()), index(phone));
        slowDown.cleared("account", phone.number());
    }

    /** What the phone's account of until now brings along; read before that account is closed. */
    public Baggage baggageOf(Phone phone) {
        AccountRow row = row(phone);
        return row == null ? new Baggage(null, passwords.locked()) : new Baggage(row.id, row.passwordHash);
    }

    /** The WeChat identities go over, so that closing the one account does not take them with it. */
    public void repack(Baggage baggage, long accountId) {
        rows.unbind(accountId);
        if (baggage.accountId != null) {
            rows.moveOpenids(baggage.accountId, accountId);
        }
    }

    /**
     * The account is the new phone's from now on: every session ends, and no password, WeChat or other way in from before
     * opens it. Publishes {@link Account.HandedOver}.
     */
    public void handOver(long accountId, Phone phone, Baggage baggage) {
        move(accountId, phone);
        rows.setPassword(accountId, baggage.passwordHash);
        devices.endAll(accountId, clock.instant());
        events.publishEvent(new Account.HandedOver(accountId));
    }

    private AccountRow row(Phone phone) {
        return rows.byPhone(index(phone));
    }

    private byte[] index(Phone phone) {
        return blind.of("phone", phone.number());
    }

    /** Password and WeChat identities of the account that the new phone had before, if any. */
    public static final class Baggage {
        private final Long accountId;
        private final String passwordHash;

        private Baggage(Long accountId, String passwordHash) {
            this.accountId = accountId;
            this.passwordHash = passwordHash;
        }

        /** Null when the phone had none. */
        public Long accountId() {
            return accountId;
        }
    }
}

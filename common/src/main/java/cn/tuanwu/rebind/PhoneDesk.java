package cn.tuanwu.rebind;

import cn.tuanwu.access.Caller;
import cn.tuanwu.account.Account;
import cn.tuanwu.account.AccountDesk;
import cn.tuanwu.account.OwnerProof;
import cn.tuanwu.account.PhoneBinding;
import cn.tuanwu.account.SmsCodes;
import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Phone;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.registration.Hold;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** An owner changes the phone of their account: nobody has to agree. */
@Service
public class PhoneDesk {
    private static final SmsCodes.Purpose CHANGE = SmsCodes.Purpose.CHANGE_PHONE;
    private static final Refusal SAME = Refusal.at("phone", "NOTHING_CHANGED", "这就是当前的手机号。");
    private static final Refusal TAKEN = Refusal.at("phone", "PHONE_TAKEN", "这个手机号已经注册了其他账号，请换用其他手机号，或先注销那个账号。");

    private final RebindingRows rows;
    private final RebindBook book;
    private final RebindPushes pushes;
    private final Hold hold;
    private final AccountDesk accounts;
    private final OwnerProof owner;
    private final PhoneBinding phones;
    private final SmsCodes codes;
    private final AuditDesk audit;
    private final Ids ids;
    private final Tx tx;

    PhoneDesk(
            RebindingRows rows,
            RebindBook book,
            RebindPushes pushes,
            Hold hold,
            AccountDesk accounts,
            OwnerProof owner,
            PhoneBinding phones,
            SmsCodes codes,
            AuditDesk audit,
            Ids ids,
            Tx tx) {
        this.rows = rows;
        this.book = book;
        this.pushes = pushes;
        this.hold = hold;
        this.accounts = accounts;
        this.owner = owner;
        this.phones = phones;
        this.codes = codes;
        this.audit = audit;
        this.ids = ids;
        this.tx = tx;
    }

    /**
     * Judges the password and the new phone's code; takes long, so call it outside a transaction. Refused with
     * REBIND_PENDING, LOGIN_SLOWED, or beside the field with PHONE_INVALID, NOTHING_CHANGED, PASSWORD_WRONG,
     * SMS_CODE_WRONG, SMS_CODE_EXPIRED.
     */
    public Outcome<NewPhone> judge(Caller.OwnAccount caller, String typedPhone, String smsCode, String password) {
        Optional<Phone> phone = Phone.read(typedPhone);
        if (phone.isEmpty()) {
            return Outcome.refused(SmsCodes.PHONE_INVALID);
        }
        Optional<Refusal> refusal = held(caller)
                .or(() -> phone.get().equals(phoneOf(caller)) ? Optional.of(SAME) : Optional.empty())
                .or(() -> owner.byPassword(caller, password))
                .or(() -> codes.check(phone.get(), CHANGE, smsCode));
        return refusal.isPresent() ? Outcome.refused(refusal.get()) : Outcome.done(new NewPhone(phone.get()));
    }

    /** Refused with PHONE_TAKEN, told only to who holds its code; REBIND_PENDING. */
    public Outcome<Account> change(Caller.OwnAccount caller, NewPhone judged) {
        try {
            return tx.write(() -> {
                Optional<Refusal> held = held(caller);
                if (held.isPresent()) {
                    return Outcome.refused(held.get());
                }
                RebindingRow row = book.row(ids.next(), caller.accountId(), phoneOf(caller), judged.phone);
                row.state = Rebinding.State.CHANGED;
                row.endedAt = row.askedAt;
                rows.insert(row);
                phones.move(caller.accountId(), judged.phone);
                codes.use(judged.phone, CHANGE);
                audit.append(caller.actor(), "account.phone-changed", "account", caller.accountId(), null);
                pushes.tell(row.id, Notice.To.OLD, Rebinding.State.CHANGED);
                pushes.tell(row.id, Notice.To.NEW, Rebinding.State.CHANGED);
                return Outcome.done(accounts.find(caller.accountId()).orElseThrow());
            });
        } catch (DuplicateKeyException e) {
            return Outcome.refused(TAKEN);
        }
    }

    private Optional<Refusal> held(Caller.OwnAccount caller) {
        return hold.isTaken(caller.accountId()) ? Optional.of(Hold.HELD) : Optional.empty();
    }

    private Phone phoneOf(Caller.OwnAccount caller) {
        return accounts.find(caller.accountId()).orElseThrow().phone();
    }

    /** Found good; only {@link #judge} makes one. */
    public static final class NewPhone {
        private final Phone phone;

        private NewPhone(Phone phone) {
            this.phone = phone;
        }
    }
}

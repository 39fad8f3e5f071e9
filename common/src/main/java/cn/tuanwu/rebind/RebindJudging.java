package cn.tuanwu.rebind;

import cn.tuanwu.access.Caller;
import cn.tuanwu.account.PhoneBinding;
import cn.tuanwu.account.SmsCodes;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Phone;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.rebind.RebindDesk.Judged;
import cn.tuanwu.registration.ClosingDesk;
import cn.tuanwu.registration.Identification;
import cn.tuanwu.registration.Identification.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Judges a request by its form, its pace and the proof of its phone; the person comes later. */
@Component
class RebindJudging {
    private static final Refusal PHONE_TAKEN = Refusal.at("phone", "PHONE_TAKEN", "这个手机号已经有自己的报到记录，请直接登录，或换用其他手机号。");

    private final RebindPace pace;
    private final Identification identification;
    private final ClosingDesk closings;
    private final PhoneBinding phones;
    private final SmsCodes codes;

    RebindJudging(
            RebindPace pace, Identification identification, ClosingDesk closings, PhoneBinding phones, SmsCodes codes) {
        this.pace = pace;
        this.identification = identification;
        this.closings = closings;
        this.phones = phones;
        this.codes = codes;
    }

    Outcome<Judged> judge(String typedPhone, String smsCode, Claim claim, String address) {
        Optional<Phone> phone = Phone.read(typedPhone);
        List<Refusal> faults = new ArrayList<>(identification.faults(claim));
        if (phone.isEmpty()) {
            faults.add(SmsCodes.PHONE_INVALID);
        }
        if (!faults.isEmpty()) {
            return Outcome.refused(faults);
        }
        Optional<Refusal> refusal = pace.address(address)
                .or(() -> codes.check(phone.get(), SmsCodes.Purpose.REBIND, smsCode))
                .or(() -> pace.person(phone.get(), claim.document().orElseThrow()))
                .or(() -> taken(phone.get()));
        return refusal.isPresent() ? Outcome.refused(refusal.get()) : Outcome.done(new Judged(phone.get(), claim));
    }

    /** A phone whose account is only begun may be used: that account ends with the approval. */
    private Optional<Refusal> taken(Phone phone) {
        return phones.accountOf(phone)
                .flatMap(other -> closings.refusal(new Caller.OwnAccount(other)))
                .map(why -> PHONE_TAKEN);
    }
}

package cn.tuanwu.registration;

import cn.tuanwu.kernel.Refusal;
import org.springframework.stereotype.Component;

/** Holds a member's record still while a re-binding of the phone is open. Joins the transaction of the cause. */
@Component
public class Hold {
    public static final Refusal HELD =
            Refusal.of("REBIND_PENDING", "有一项手机号换绑申请正在等待审核，办结前不能修改资料或办理其他业务；如非本人申请，请在“设置”中拒绝。");

    private final RegistrationRows rows;
    private final History history;

    Hold(RegistrationRows rows, History history) {
        this.rows = rows;
        this.history = history;
    }

    /** @return false when something else was quicker: nothing was changed */
    public boolean take(Identification.Holder holder) {
        boolean taken = rows.hold(holder.registrationId(), holder.version()) == 1;
        if (taken) {
            history.add(holder.registrationId(), History.What.REBIND_ASKED, null, null);
        }
        return taken;
    }

    public boolean isTaken(long accountId) {
        RegistrationRow row = rows.byAccount(accountId);
        return row != null && row.held;
    }

    /** @param who the reviewer's name; null: the member */
    public void release(long registrationId, History.What ended, String who, String note) {
        rows.release(registrationId);
        history.add(registrationId, ended, who, note);
    }
}

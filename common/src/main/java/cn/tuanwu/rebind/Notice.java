package cn.tuanwu.rebind;

import cn.tuanwu.kernel.Phone;
import java.util.Locale;
import java.util.Optional;

/**
 * An SMS about a re-binding. The texts name no person.
 *
 * @param kind for providers that send approved templates only
 * @param other the other phone, masked
 */
public record Notice(Phone phone, Kind kind, String other, String text) {

    /** What a template says. */
    public enum Kind {
        /** To the old phone: someone asks for the account. */
        REBIND_ASKED,
        /** To the old phone: the account is another's. */
        REBOUND_AWAY,
        /** To the new phone: the account is yours. */
        REBOUND,
        /** To the new phone: it is not. */
        REBIND_ENDED
    }

    /** Which of its two phones. */
    public enum To {
        OLD,
        NEW
    }

    /** @param receiver of the push: which phone, about which state; empty when it is none of ours */
    public static Optional<Notice> of(Rebinding rebinding, String receiver) {
        String[] parts = receiver.split("-");
        if (parts.length != 2) {
            return Optional.empty();
        }
        To to = To.valueOf(parts[0].toUpperCase(Locale.ROOT));
        Rebinding.State about = Rebinding.State.valueOf(parts[1]);
        boolean done = about == Rebinding.State.APPROVED || about == Rebinding.State.CHANGED;
        return Optional.of(
                to == To.OLD
                        ? new Notice(
                                rebinding.oldPhone(),
                                done ? Kind.REBOUND_AWAY : Kind.REBIND_ASKED,
                                rebinding.newPhone().masked(),
                                forOld(rebinding, about))
                        : new Notice(
                                rebinding.newPhone(),
                                done ? Kind.REBOUND : Kind.REBIND_ENDED,
                                rebinding.oldPhone().masked(),
                                forNew(rebinding, about)));
    }

    private static String forOld(Rebinding rebinding, Rebinding.State about) {
        String other = rebinding.newPhone().masked();
        return switch (about) {
            case PENDING -> "【团务】有人申请把您的账号换绑到手机号 " + other + "，由团支部核实。如非本人申请，请登录小程序在“设置”中拒绝，或联系团支部。";
            case APPROVED -> "【团务】您的账号已换绑到手机号 " + other + "，本手机号不能再登录。如非本人操作，请立即联系所在团支部或上级团组织。";
            case CHANGED -> "【团务】您的登录手机号已更换为 " + other + "。如非本人操作，请立即联系所在团支部或上级团组织。";
            default -> "【团务】把您的账号换绑到手机号 " + other + " 的申请没有办理，账号没有变化。";
        };
    }

    private static String forNew(Rebinding rebinding, Rebinding.State about) {
        return switch (about) {
            case APPROVED -> "【团务】已换绑：您的账号现在使用本手机号。请用本手机号登录，忘记密码可在登录页用短信重设。";
            case CHANGED -> "【团务】已换绑：您的账号现在使用本手机号登录，密码不变。";
            case RETURNED -> "【团务】您的换绑申请已退回，原因：" + rebinding.reason() + "。请核对后重新申请，或联系所在团支部。";
            case REFUSED -> "【团务】您的换绑申请被原手机号的使用者拒绝，账号没有变化。如有疑问请联系所在团支部。";
            case EXPIRED -> "【团务】您的换绑申请超过 7 天没有审核，已失效，可以重新申请，或联系所在团支部。";
            default -> "【团务】您的换绑申请已提交，由团支部核实，结果会用短信通知您。";
        };
    }

    @Override
    public String toString() {
        return "Notice[…]";
    }
}

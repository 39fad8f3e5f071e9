package cn.tuanwu.api.rebind;

import cn.tuanwu.rebind.Rebinding;
import java.time.Instant;

/**
 * A re-binding as pages show it; phones masked, nobody named.
 *
 * @param next who has it now, what comes next
 */
record RebindView(
        Rebinding.State state,
        String oldPhone,
        String newPhone,
        Instant askedAt,
        Instant expiresAt,
        Instant endedAt,
        String reason,
        String next) {

    static RebindView forRequester(Rebinding rebinding) {
        return of(rebinding, requesterNext(rebinding));
    }

    static RebindView forOwner(Rebinding rebinding) {
        return of(
                rebinding,
                "有人持您的姓名和证件号码申请把账号换绑到 " + rebinding.newPhone().masked() + "，由团支部核实。办结前不能修改资料或办理其他业务。如非本人申请，请拒绝。");
    }

    private static RebindView of(Rebinding rebinding, String next) {
        return new RebindView(
                rebinding.state(),
                rebinding.oldPhone().masked(),
                rebinding.newPhone().masked(),
                rebinding.askedAt(),
                rebinding.expiresAt(),
                rebinding.endedAt(),
                rebinding.reason(),
                next);
    }

    private static String requesterNext(Rebinding rebinding) {
        return switch (rebinding.state()) {
            case PENDING -> "申请在该团员所在的团支部，由支部运营者与本人核实后办理，结果会用短信通知您；7 天内没有审核将自动失效。";
            case APPROVED, CHANGED -> "已换绑，请用新手机号登录；忘记密码可用短信重设。";
            case RETURNED -> "团支部退回了申请，原因：" + rebinding.reason() + "。请核对后重新申请，或联系所在团支部。";
            case WITHDRAWN -> "您已撤回申请，账号没有变化。";
            case REFUSED -> "原手机号的使用者拒绝了申请，账号没有变化。如有疑问请联系所在团支部。";
            case EXPIRED -> "申请超过 7 天没有审核，已失效。请重新申请，或联系所在团支部。";
        };
    }
}

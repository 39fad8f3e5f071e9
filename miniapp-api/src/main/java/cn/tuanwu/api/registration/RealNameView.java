package cn.tuanwu.api.registration;

import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.realname.RealName;

/**
 * The real-name check in words. They never blame the member: a name of long ago or a slow registry fails it as easily as
 * a slip of the finger.
 */
record RealNameView(String state, String label, String text) {
    private static final RealNameView NONE = new RealNameView("NONE", "未开始", "提交报到后，系统会自动核对姓名与证件号码。");
    private static final RealNameView OFFLINE_ONLY =
            new RealNameView("FAILED", "待线下核对", "境外证件暂不能在线核对，由团组织线下核对证件后通过，您无需重复提交。");

    static RealNameView of(RealName check) {
        if (check == null) {
            return NONE;
        }
        if (check.id() == null && check.state() == RealName.State.FAILED) {
            return OFFLINE_ONLY;
        }
        return check.waitsUntil() == null ? of(check.state()) : waiting(check);
    }

    /** That too many were asked about is nobody's fault, and nothing to do about. */
    private static RealNameView waiting(RealName check) {
        return view(
                "CHECKING",
                check.state(),
                "今天的实名核对次数已用完，系统会在 " + ChinaTime.minute(check.waitsUntil()) + " 后继续核对，您的资料已保留，不用重新提交。");
    }

    static RealNameView of(RealName.State state) {
        return switch (state) {
            case CHECKING -> view("CHECKING", state, "正在核对姓名与证件号码，一般几分钟内完成，最长 72 小时，您不用做任何事。");
            case PASSED -> view("PASSED", state, "姓名与证件号码核对一致。");
            case FAILED -> view("FAILED", state, "系统暂时没能核对上姓名与证件号码，近期改名、户籍迁移等都可能造成，不一定是填写有误。请对照证件检查一遍；如无误，请联系团支部线下核对。");
            case OFFLINE -> view("OFFLINE_PASSED", state, "团组织已在线下核对您的证件。");
        };
    }

    private static RealNameView view(String name, RealName.State state, String text) {
        return new RealNameView(name, state.label(), text);
    }
}

package cn.tuanwu.api.registration;

import cn.tuanwu.access.Roster;
import cn.tuanwu.api.Sentence;
import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.realname.RealName;
import cn.tuanwu.registration.Edit;
import cn.tuanwu.registration.Registration;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says in one or two sentences who has the registration, since when, and what comes next. */
@Component
class NextStep {
    private static final int MOST_NAMES = 3;

    private final Roster roster;
    private final Clock clock;

    NextStep(Roster roster, Clock clock) {
        this.roster = roster;
        this.clock = clock;
    }

    String of(Registration registration) {
        return switch (registration.state()) {
            case DRAFT -> "资料在您手中，还没有提交。请填写完整后提交，由所在团支部审核。";
            case PENDING -> pending(registration);
            case RETURNED -> returned(registration);
            case WITHDRAWN -> "您已撤回报到，资料在您手中。修改后请重新提交，由所在团支部审核。";
            case EDIT_PENDING -> editPending(registration);
            case EDIT_RETURNED -> editReturned(registration.edit());
            case LEFT_AT_28 -> left(registration, "超龄离团");
            case LEFT_VOLUNTARILY -> left(registration, "退团");
            case LEFT_OUTSIDE -> left(registration, "转出省外");
            case APPROVED -> registration.decidedBy() + " 于 " + at(registration.decidedAt()) + " 审核通过，您已完成报到，可以查看认证资料。";
        };
    }

    private String pending(Registration registration) {
        String has = "已于 " + at(registration.submittedAt()) + " 交到"
                + registration.branch().name() + "，由 " + deciders(registration) + " 审核。";
        RealName.State checked = registration.realName().state();
        if (registration.realName().waitsUntil() != null) {
            return has + "今天的实名核对次数已用完，系统会在 " + at(registration.realName().waitsUntil()) + " 后继续核对，您不用做任何事，结果会通知您。";
        }
        if (checked == RealName.State.CHECKING) {
            return has + "系统正在核对实名信息，核对通过后即可审核，结果会通知您。";
        }
        if (checked == RealName.State.FAILED) {
            return has + "实名信息需要线下核对，请留意团支部的联系；如发现填写有误，可以撤回报到后修改。";
        }
        return has + "审核结果会通知您；如需修改，请先撤回报到。";
    }

    private String returned(Registration registration) {
        return registration.decidedBy() + " 于 " + at(registration.decidedAt()) + " 退回，原因："
                + Sentence.of(registration.returned().text()) + "资料在您手中，请修改后重新提交。";
    }

    private String left(Registration registration, String how) {
        return "您已于 " + at(registration.leftAt()) + " " + how + "，团员档案由"
                + registration.branch().name() + "保留。如属误办，请联系该团支部申请恢复团籍。";
    }

    private String editPending(Registration registration) {
        Edit edit = registration.edit();
        return "您的" + edit.kind().label() + "已于 " + at(edit.submittedAt()) + " 提交，由 " + holder(registration)
                + " 审核，结果会通知您；审核前原资料不变，如有变化可以撤回。";
    }

    private String editReturned(Edit edit) {
        return edit.decidedBy() + " 于 " + at(edit.decidedAt()) + " 退回了您的"
                + edit.kind().label() + "，原因：" + Sentence.of(edit.returnReason()) + "原资料不变，您可以修改后重新提交，或撤回不再修改。";
    }

    /** Who has it now; 您 when it is in the member's hands. */
    String holder(Registration registration) {
        return switch (registration.state()) {
            case DRAFT, RETURNED, WITHDRAWN, EDIT_RETURNED, APPROVED, LEFT_AT_28, LEFT_VOLUNTARILY, LEFT_OUTSIDE -> "您";
            case PENDING -> deciders(registration);
            case EDIT_PENDING ->
                registration.edit().kind() == Edit.Kind.CORRECTION
                        ? names(roster.superiorsOf(registration.branch()))
                        : deciders(registration);
        };
    }

    private String deciders(Registration registration) {
        return names(roster.decidersOf(registration.branch()));
    }

    private static String names(List<Roster.Person> persons) {
        List<String> names = persons.stream().map(Roster.Person::name).toList();
        if (names.isEmpty()) {
            return "上级团组织";
        }
        return names.stream().limit(MOST_NAMES).collect(Collectors.joining("、"))
                + (names.size() > MOST_NAMES ? " 等 " + names.size() + " 人" : "");
    }

    private String at(Instant time) {
        return ChinaTime.brief(time, clock.instant());
    }
}

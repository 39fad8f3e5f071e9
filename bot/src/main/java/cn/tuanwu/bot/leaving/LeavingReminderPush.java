package cn.tuanwu.bot.leaving;

import cn.tuanwu.bot.push.PushHandler;
import cn.tuanwu.bot.review.Colleague;
import cn.tuanwu.leaving.AgeReminders;
import cn.tuanwu.push.Claimed;
import cn.tuanwu.push.Next;
import cn.tuanwu.push.PushKind;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Says once a month to who decides for a branch that members turned 28. Nobody leaves by it. */
@Component
class LeavingReminderPush implements PushHandler {
    private final AgeReminders reminders;
    private final Colleague colleague;

    LeavingReminderPush(AgeReminders reminders, Colleague colleague) {
        this.reminders = reminders;
        this.colleague = colleague;
    }

    @Override
    public PushKind kind() {
        return PushKind.LEAVING_REMINDER;
    }

    @Override
    public Next send(Claimed push) {
        AgeReminders.Due due = reminders.due(push.subject(), LocalDate.parse(push.receiver()));
        return due.members() == 0
                ? Next.skip("nobody is due any more")
                : colleague.tell(push, push.subject(), () -> words(due));
    }

    private static String words(AgeReminders.Due due) {
        String where = due.branches() == 1 ? due.branch() : "您负责的 " + due.branches() + " 个团支部";
        return "【离团】" + where + "有 " + due.members()
                + " 名团员已满 28 周岁且不担任团内职务，请在电脑端“离团与恢复”中逐一确认：办理超龄离团，或说明暂缓原因。系统不会自动离团。";
    }
}

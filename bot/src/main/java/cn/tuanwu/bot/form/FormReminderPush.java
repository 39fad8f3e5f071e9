package cn.tuanwu.bot.form;

import cn.tuanwu.bot.push.PushHandler;
import cn.tuanwu.bot.review.Colleague;
import cn.tuanwu.bot.settings.BotSettings;
import cn.tuanwu.form.ReminderDesk;
import cn.tuanwu.push.Claimed;
import cn.tuanwu.push.Next;
import cn.tuanwu.push.PushKind;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Reminds someone once a week of the forms their branches still lack. */
@Component
class FormReminderPush implements PushHandler {
    private final ReminderDesk reminders;
    private final Colleague colleague;
    private final String page;

    FormReminderPush(ReminderDesk reminders, Colleague colleague, BotSettings settings) {
        this.reminders = reminders;
        this.colleague = colleague;
        this.page = settings.publicUrl() + "/m/#/forms";
    }

    @Override
    public PushKind kind() {
        return PushKind.FORM_REMINDER;
    }

    @Override
    public Next send(Claimed push) {
        ReminderDesk.Due due = reminders.due(push.subject(), LocalDate.parse(push.receiver()));
        return due.overdue() + due.soon() == 0
                ? Next.skip("nothing is due any more")
                : colleague.tell(push, push.subject(), () -> words(due), "<a href=\"" + page + "\">查看名单</a>");
    }

    private String words(ReminderDesk.Due due) {
        String where = due.branches() == 1 ? due.branch() : "您负责的 " + due.branches() + " 个团支部";
        String overdue = due.overdue() == 0 ? "" : "有 " + due.overdue() + " 名团员的入团志愿书已超过期限";
        String soon = due.soon() == 0 ? "" : "有 " + due.soon() + " 名团员的入团志愿书将在 7 天内到期";
        String both = overdue.isEmpty() || soon.isEmpty() ? overdue + soon : overdue + "，" + soon;
        return "【志愿书】" + where + both + "，请尽快拍照或上传。";
    }
}

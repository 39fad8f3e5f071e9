package cn.tuanwu.bot.form;

import cn.tuanwu.bot.push.PushHandler;
import cn.tuanwu.bot.review.Colleague;
import cn.tuanwu.form.Form;
import cn.tuanwu.form.Replacement;
import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.push.Claimed;
import cn.tuanwu.push.Next;
import cn.tuanwu.push.PushKind;
import cn.tuanwu.registration.RegistrationBook;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells whoever handed a form in what the superior decided. */
@Component
class FormResultPush implements PushHandler {
    private final Replacement forms;
    private final RegistrationBook book;
    private final Colleague colleague;
    private final Clock clock;

    FormResultPush(Replacement forms, RegistrationBook book, Colleague colleague, Clock clock) {
        this.forms = forms;
        this.book = book;
        this.colleague = colleague;
        this.clock = clock;
    }

    @Override
    public PushKind kind() {
        return PushKind.FORM_RESULT;
    }

    @Override
    public Next send(Claimed push) {
        Optional<Form> form = forms.find(push.subject()).filter(found -> found.decidedBy() != null);
        return form.isEmpty()
                ? Next.skip("not decided")
                : colleague.tell(push, Long.parseLong(push.receiver()), () -> words(form.get()));
    }

    private String words(Form form) {
        String name = book.sheet(form.registrationId())
                .map(RegistrationBook.Sheet::name)
                .orElse("（账号已注销）");
        String by = "已由 " + form.decidedBy() + " 于 " + ChinaTime.brief(form.decidedAt(), clock.instant());
        return "【志愿书】" + form.branch().name() + "：您上传的团员 " + name + " 的新志愿书" + by
                + (form.state() == Form.State.RETURNED
                        ? " 退回，原志愿书不变。\n退回原因：" + form.reason() + "\n请更正后重新拍照或上传。"
                        : " 同意，已替换原志愿书。");
    }
}

package cn.tuanwu.form;

import cn.tuanwu.push.Push;
import cn.tuanwu.push.PushDesk;
import cn.tuanwu.push.PushKind;
import org.springframework.stereotype.Component;

/** Who is told of a form in WeChat Work. */
@Component
class FormPushes {
    private static final String STAFF = "staff:";

    private final PushDesk pushes;

    FormPushes(PushDesk pushes) {
        this.pushes = pushes;
    }

    /** An organisation's account reads the outcome at the console. */
    void tell(FormRow decided) {
        if (decided.filedBy.startsWith(STAFF)) {
            long staff = Long.parseLong(decided.filedBy.substring(STAFF.length()));
            pushes.enqueue(Push.now(PushKind.FORM_RESULT, decided.id, staff));
        }
    }
}

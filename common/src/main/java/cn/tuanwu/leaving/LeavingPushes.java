package cn.tuanwu.leaving;

import cn.tuanwu.push.Push;
import cn.tuanwu.push.PushDesk;
import cn.tuanwu.push.PushKind;
import org.springframework.stereotype.Component;

/** What follows the end of a wish. */
@Component
class LeavingPushes {
    private final PushDesk pushes;

    LeavingPushes(PushDesk pushes) {
        this.pushes = pushes;
    }

    /** The member hears what became of it. */
    void tell(long id) {
        pushes.enqueue(Push.now(PushKind.LEAVING_RESULT, id));
    }
}

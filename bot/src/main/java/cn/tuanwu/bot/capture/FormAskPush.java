package cn.tuanwu.bot.capture;

import cn.tuanwu.access.Roster;
import cn.tuanwu.bot.push.PushHandler;
import cn.tuanwu.bot.tencent.CallResult;
import cn.tuanwu.bot.tencent.ErrorCodes;
import cn.tuanwu.bot.tencent.Platform;
import cn.tuanwu.bot.tencent.WeCom;
import cn.tuanwu.capture.AskDesk;
import cn.tuanwu.capture.AskDesk.Turn;
import cn.tuanwu.capture.Batch;
import cn.tuanwu.push.Claimed;
import cn.tuanwu.push.Next;
import cn.tuanwu.push.PushKind;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says in one text which pages are bad, then sends the card that asks about the rest. */
@Component
class FormAskPush implements PushHandler {
    /** Sent before a crash. */
    private static final int TASK_ID_TAKEN = 42014;

    private final AskDesk asking;
    private final Roster roster;
    private final CaptureFace face;
    private final BadPages bad;
    private final WeCom weCom;
    private final ErrorCodes codes;

    FormAskPush(AskDesk asking, Roster roster, CaptureFace face, BadPages bad, WeCom weCom, ErrorCodes codes) {
        this.asking = asking;
        this.roster = roster;
        this.face = face;
        this.bad = bad;
        this.weCom = weCom;
        this.codes = codes;
    }

    @Override
    public PushKind kind() {
        return PushKind.FORM_ASK;
    }

    @Override
    public Next send(Claimed push) {
        Turn turn = asking.turn(push.subject(), Integer.parseInt(push.receiver()));
        if (turn instanceof Turn.Wait wait) {
            return Next.held(wait.rest(), "pictures are still coming");
        }
        if (!(turn instanceof Turn.Ask ask) || ask.batch().pages().isEmpty()) {
            return Next.skip("nothing to ask any more");
        }
        Optional<String> userid = roster.byId(ask.batch().staffId()).map(Roster.Person::userid);
        return userid.isEmpty() ? Next.skip("not known in WeChat Work") : say(push, ask, userid.get());
    }

    private Next say(Claimed push, Turn.Ask ask, String userid) {
        List<Batch.Page> untold = bad.untold(ask.batch());
        if (!untold.isEmpty()) {
            CallResult<?> told = weCom.sendText(userid, bad.words(ask.batch(), untold), bad.link(ask.batch()));
            if (!(told instanceof CallResult.Ok<?>)) {
                return codes.afterFailure(Platform.WECOM, told, push.attempts());
            }
            asking.told(untold);
        }
        String taskId = FormClick.taskId(ask.batch().id(), ask.batch().staffId(), ask.round());
        CallResult<?> sent = weCom.sendCard(userid, taskId, face.of(ask.batch(), note(ask.batch())));
        boolean before = sent instanceof CallResult.Refused<?> refused && refused.errcode() == TASK_ID_TAKEN;
        return before || sent instanceof CallResult.Ok<?>
                ? Next.DONE
                : codes.afterFailure(Platform.WECOM, sent, push.attempts());
    }

    private static String note(Batch batch) {
        return batch.problem() == null ? "" : "没有提交成功：" + batch.problem();
    }
}

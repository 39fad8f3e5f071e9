package cn.tuanwu.bot.capture;

import cn.tuanwu.access.Roster;
import cn.tuanwu.bot.push.PushHandler;
import cn.tuanwu.bot.tencent.CallResult;
import cn.tuanwu.bot.tencent.ErrorCodes;
import cn.tuanwu.bot.tencent.Platform;
import cn.tuanwu.bot.tencent.WeCom;
import cn.tuanwu.capture.Batch;
import cn.tuanwu.capture.FilingDesk;
import cn.tuanwu.push.Claimed;
import cn.tuanwu.push.Next;
import cn.tuanwu.push.PushKind;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Files what was submitted; who did so in the chat is told there. What was not filed is asked about anew by its card. */
@Component
class FormFilePush implements PushHandler {
    private final FilingDesk filing;
    private final Roster roster;
    private final WeCom weCom;
    private final ErrorCodes codes;

    FormFilePush(FilingDesk filing, Roster roster, WeCom weCom, ErrorCodes codes) {
        this.filing = filing;
        this.roster = roster;
        this.weCom = weCom;
        this.codes = codes;
    }

    @Override
    public PushKind kind() {
        return PushKind.FORM_FILE;
    }

    @Override
    public Next send(Claimed push) {
        Optional<FilingDesk.Filed> filed = filing.file(push.subject());
        boolean said = filed.filter(FilingDesk.Filed::inChat)
                .filter(end -> end.batch().state() == Batch.State.FILED)
                .isPresent();
        Optional<Roster.Person> person =
                filed.flatMap(end -> roster.byId(end.batch().staffId()));
        if (!said || person.isEmpty() || person.get().userid() == null) {
            return Next.DONE;
        }
        CallResult<?> told = weCom.sendText(person.get().userid(), words(filed.get()));
        return told instanceof CallResult.Ok<?> ? Next.DONE : codes.afterFailure(Platform.WECOM, told, push.attempts());
    }

    private static String words(FilingDesk.Filed filed) {
        Batch batch = filed.batch();
        String whose = batch.whose() == null ? "" : batch.whose().words() + "的";
        String end = filed.waits() ? "已有正式志愿书，新的一份待上级审核后替换。" : "已归档。";
        return whose + "志愿书共 " + batch.pages().size() + " 页，" + end;
    }
}

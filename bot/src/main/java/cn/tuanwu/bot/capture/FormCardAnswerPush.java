package cn.tuanwu.bot.capture;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.Roster;
import cn.tuanwu.bot.inbox.Inbox;
import cn.tuanwu.bot.push.PushHandler;
import cn.tuanwu.bot.tencent.CallResult;
import cn.tuanwu.bot.tencent.ErrorCodes;
import cn.tuanwu.bot.tencent.Platform;
import cn.tuanwu.bot.tencent.WeCom;
import cn.tuanwu.capture.Batch;
import cn.tuanwu.capture.CaptureDesk;
import cn.tuanwu.push.Claimed;
import cn.tuanwu.push.Next;
import cn.tuanwu.push.PushKind;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Shows on a tapped card of pictures what came too late for the answer to the tap; each tap brought a code for that. */
@Component
class FormCardAnswerPush implements PushHandler {
    private static final int CODE_SPENT = 60140;

    private final Inbox inbox;
    private final Roster roster;
    private final CaptureDesk captures;
    private final CaptureFace face;
    private final WeCom weCom;
    private final ErrorCodes codes;

    FormCardAnswerPush(
            Inbox inbox, Roster roster, CaptureDesk captures, CaptureFace face, WeCom weCom, ErrorCodes codes) {
        this.inbox = inbox;
        this.roster = roster;
        this.captures = captures;
        this.face = face;
        this.weCom = weCom;
        this.codes = codes;
    }

    @Override
    public PushKind kind() {
        return PushKind.FORM_CARD_ANSWER;
    }

    @Override
    public Next send(Claimed push) {
        Optional<Inbox.Unsaid> unsaid = inbox.unsaid(push.subject());
        Optional<FormClick> click = unsaid.flatMap(asked -> FormClick.of(asked.event()));
        Optional<Roster.Person> person = click.flatMap(tap -> roster.byId(tap.staffId()));
        Optional<Batch> today = person.flatMap(who -> captures.find(
                new Caller.Staff(who.id(), who.name()), click.get().batchId()));
        if (today.isEmpty() || person.get().userid() == null) {
            return Next.skip("the tap or its batch is not kept any more");
        }
        CallResult<JsonNode> result = weCom.updateCard(
                person.get().userid(),
                click.get().responseCode(),
                face.of(today.get(), unsaid.get().words()));
        if (result instanceof CallResult.Refused<JsonNode> refused && refused.errcode() == CODE_SPENT) {
            return Next.skip("the code was spent or too old");
        }
        return result instanceof CallResult.Ok<JsonNode>
                ? Next.DONE
                : codes.afterFailure(Platform.WECOM, result, push.attempts());
    }
}

package cn.tuanwu.bot.chat;

import cn.tuanwu.bot.inbox.Event;
import cn.tuanwu.bot.inbox.Inbox;
import cn.tuanwu.bot.push.PushHandler;
import cn.tuanwu.bot.tencent.CallResult;
import cn.tuanwu.bot.tencent.ErrorCodes;
import cn.tuanwu.bot.tencent.OfficialAccount;
import cn.tuanwu.bot.tencent.Platform;
import cn.tuanwu.bot.tencent.WeCom;
import cn.tuanwu.push.Claimed;
import cn.tuanwu.push.Next;
import cn.tuanwu.push.PushKind;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Says in a chat, as it stands, what came too late for the answer to the callback. */
@Component
class ChatAnswerPush implements PushHandler {
    /** The minute after a scan is over, enough was said in it, or the person is not a follower any more. */
    private static final Set<Integer> CHAT_CLOSED = Set.of(45015, 45047, 40003, 43004);

    /** Some minutes of trying: an answer later than that is to a question nobody remembers. */
    private static final int MOST_TRIES = 8;

    private final Inbox inbox;
    private final OfficialAccount account;
    private final WeCom weCom;
    private final ErrorCodes codes;

    ChatAnswerPush(Inbox inbox, OfficialAccount account, WeCom weCom, ErrorCodes codes) {
        this.inbox = inbox;
        this.account = account;
        this.weCom = weCom;
        this.codes = codes;
    }

    @Override
    public PushKind kind() {
        return PushKind.CHAT_ANSWER;
    }

    @Override
    public Next send(Claimed push) {
        Optional<Inbox.Unsaid> unsaid = inbox.unsaid(push.subject());
        if (unsaid.isEmpty()) {
            return Next.skip("the question is not kept any more");
        }
        if (push.attempts() >= MOST_TRIES) {
            return Next.skip("too late to answer");
        }
        Event event = unsaid.get().event();
        String words = unsaid.get().words();
        return event.source() == Event.Source.OA ? toMember(push, event, words) : toColleague(push, event, words);
    }

    private Next toMember(Claimed push, Event event, String words) {
        CallResult<Boolean> result = account.sendMarked(event.sender(), words);
        if (result instanceof CallResult.Refused<Boolean> refused && CHAT_CLOSED.contains(refused.errcode())) {
            return Next.skip("the chat is closed (errcode " + refused.errcode() + ")");
        }
        return after(push, Platform.OFFICIAL_ACCOUNT, result);
    }

    private Next toColleague(Claimed push, Event event, String words) {
        return after(push, Platform.WECOM, weCom.sendText(event.sender(), "", words));
    }

    private Next after(Claimed push, Platform platform, CallResult<?> result) {
        return result instanceof CallResult.Ok<?> ? Next.DONE : codes.afterFailure(platform, result, push.attempts());
    }
}

package cn.tuanwu.bot.review;

import cn.tuanwu.account.AccountDesk;
import cn.tuanwu.account.WeChatApp;
import cn.tuanwu.bot.settings.BotSettings;
import cn.tuanwu.bot.tencent.CallResult;
import cn.tuanwu.bot.tencent.ErrorCodes;
import cn.tuanwu.bot.tencent.MiniProgram;
import cn.tuanwu.bot.tencent.OfficialAccount;
import cn.tuanwu.bot.tencent.Platform;
import cn.tuanwu.push.Claimed;
import cn.tuanwu.push.Next;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Says something to a member: in the mini-program's notices, else in the official account's chat, else in the app alone. */
@Component
public class MemberChannels {
    /** No consent left, or an openid that is not (any more) one of the app's. */
    private static final Set<Integer> NO_NOTICE = Set.of(43101, 40003);
    /** Nothing said lately, too much said lately, or not a follower any more. */
    private static final Set<Integer> NO_CHAT = Set.of(45015, 45047, 40003, 43004);

    private final AccountDesk accounts;
    private final MiniProgram miniProgram;
    private final OfficialAccount officialAccount;
    private final ErrorCodes codes;
    private final String template;

    MemberChannels(
            AccountDesk accounts,
            MiniProgram miniProgram,
            OfficialAccount officialAccount,
            ErrorCodes codes,
            BotSettings settings) {
        this.template = settings.miniProgram().resultTemplate();
        this.accounts = accounts;
        this.miniProgram = miniProgram;
        this.officialAccount = officialAccount;
        this.codes = codes;
    }

    public Next tell(Claimed push, long account, Words words) {
        return accounts.openid(account, WeChatApp.MINI_PROGRAM)
                .filter(openid -> !template.isEmpty())
                .flatMap(openid -> notice(push, openid, words))
                .or(() -> accounts.openid(account, WeChatApp.OFFICIAL_ACCOUNT)
                        .flatMap(openid -> chat(push, openid, words)))
                .orElseGet(() -> Next.skip("no open channel: the member sees it in the app"));
    }

    /** Empty when this way is closed. */
    private Optional<Next> notice(Claimed push, String openid, Words words) {
        CallResult<Boolean> result = miniProgram.notify(openid, template, words.page(), words.fields());
        return outcome(push, Platform.MINI_PROGRAM, result, NO_NOTICE);
    }

    private Optional<Next> chat(Claimed push, String openid, Words words) {
        CallResult<Boolean> result = officialAccount.sendText(openid, words.sentence());
        return outcome(push, Platform.OFFICIAL_ACCOUNT, result, NO_CHAT);
    }

    private Optional<Next> outcome(Claimed push, Platform platform, CallResult<Boolean> result, Set<Integer> closed) {
        if (result instanceof CallResult.Ok<Boolean>) {
            return Optional.of(Next.DONE);
        }
        if (result instanceof CallResult.Refused<Boolean> refused && closed.contains(refused.errcode())) {
            return Optional.empty();
        }
        return Optional.of(codes.afterFailure(platform, result, push.attempts()));
    }

    /**
     * @param page of the mini-program that tells more
     * @param fields of the result's template
     * @param sentence the same for a chat
     */
    public record Words(String page, Map<String, String> fields, String sentence) {}
}

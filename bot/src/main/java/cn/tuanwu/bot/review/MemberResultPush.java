package cn.tuanwu.bot.review;

import cn.tuanwu.account.AccountDesk;
import cn.tuanwu.account.WeChatApp;
import cn.tuanwu.bot.push.PushHandler;
import cn.tuanwu.bot.settings.BotSettings;
import cn.tuanwu.bot.tencent.CallResult;
import cn.tuanwu.bot.tencent.ErrorCodes;
import cn.tuanwu.bot.tencent.MiniProgram;
import cn.tuanwu.bot.tencent.OfficialAccount;
import cn.tuanwu.bot.tencent.Platform;
import cn.tuanwu.push.Claimed;
import cn.tuanwu.push.Next;
import cn.tuanwu.push.PushKind;
import cn.tuanwu.registration.RegistrationBook;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.review.ReviewTask;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells the member the outcome: in the mini-program's notices, else in the official account's chat, else in the app alone. */
@Component
class MemberResultPush implements PushHandler {
    /** No consent left, or an openid that is not (any more) one of the app's. */
    private static final Set<Integer> NO_NOTICE = Set.of(43101, 40003);
    /** Nothing said lately, too much said lately, or not a follower any more. */
    private static final Set<Integer> NO_CHAT = Set.of(45015, 45047, 40003, 43004);

    private final ReviewDesk reviews;
    private final RegistrationBook book;
    private final AccountDesk accounts;
    private final MiniProgram miniProgram;
    private final OfficialAccount officialAccount;
    private final ErrorCodes codes;
    private final String template;

    MemberResultPush(
            ReviewDesk reviews,
            RegistrationBook book,
            AccountDesk accounts,
            MiniProgram miniProgram,
            OfficialAccount officialAccount,
            ErrorCodes codes,
            BotSettings settings) {
        this.template = settings.miniProgram().resultTemplate();
        this.reviews = reviews;
        this.book = book;
        this.accounts = accounts;
        this.miniProgram = miniProgram;
        this.officialAccount = officialAccount;
        this.codes = codes;
    }

    @Override
    public PushKind kind() {
        return PushKind.MEMBER_RESULT;
    }

    @Override
    public Next send(Claimed push) {
        Optional<ReviewTask> task = reviews.find(push.subject()).filter(found -> found.decidedBy() != null);
        if (task.isEmpty()) {
            return Next.skip("not decided");
        }
        Optional<Long> owner = book.sheet(task.get().registrationId()).map(RegistrationBook.Sheet::accountId);
        if (owner.isEmpty()) {
            return Next.skip("the account was closed");
        }
        long account = owner.get();
        ResultWords words = new ResultWords(task.get());
        return accounts.openid(account, WeChatApp.MINI_PROGRAM)
                .filter(openid -> !template.isEmpty())
                .flatMap(openid -> notice(push, openid, words))
                .or(() -> accounts.openid(account, WeChatApp.OFFICIAL_ACCOUNT)
                        .flatMap(openid -> chat(push, openid, words)))
                .orElseGet(() -> Next.skip("no open channel: the member sees it in the app"));
    }

    /** Empty when this way is closed. */
    private Optional<Next> notice(Claimed push, String openid, ResultWords words) {
        CallResult<Boolean> result = miniProgram.notify(openid, template, ResultWords.PAGE, words.fields());
        return outcome(push, Platform.MINI_PROGRAM, result, NO_NOTICE);
    }

    private Optional<Next> chat(Claimed push, String openid, ResultWords words) {
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
}

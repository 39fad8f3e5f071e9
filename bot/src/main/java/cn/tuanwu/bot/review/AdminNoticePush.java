package cn.tuanwu.bot.review;

import cn.tuanwu.access.Roster;
import cn.tuanwu.bot.push.PushHandler;
import cn.tuanwu.bot.tencent.CallResult;
import cn.tuanwu.bot.tencent.ErrorCodes;
import cn.tuanwu.bot.tencent.Platform;
import cn.tuanwu.bot.tencent.WeCom;
import cn.tuanwu.push.Claimed;
import cn.tuanwu.push.Next;
import cn.tuanwu.push.PushKind;
import cn.tuanwu.registration.RegistrationBook;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.review.ReviewTask;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells a committee's admin what a branch decided. */
@Component
class AdminNoticePush implements PushHandler {
    private final ReviewDesk reviews;
    private final RegistrationBook book;
    private final Roster roster;
    private final WeCom weCom;
    private final ErrorCodes codes;
    private final Clock clock;

    AdminNoticePush(
            ReviewDesk reviews, RegistrationBook book, Roster roster, WeCom weCom, ErrorCodes codes, Clock clock) {
        this.reviews = reviews;
        this.book = book;
        this.roster = roster;
        this.weCom = weCom;
        this.codes = codes;
        this.clock = clock;
    }

    @Override
    public PushKind kind() {
        return PushKind.ADMIN_NOTICE;
    }

    @Override
    public Next send(Claimed push) {
        Optional<ReviewTask> task = reviews.find(push.subject());
        Optional<Roster.Person> admin = roster.byId(Long.parseLong(push.receiver()));
        if (task.isEmpty() || admin.isEmpty()) {
            return Next.never("task or staff unknown");
        }
        if (admin.get().userid() == null) {
            return Next.skip("not known in WeChat Work");
        }
        CallResult<WeCom.Sent> result = weCom.sendText(admin.get().userid(), words(task.get()));
        return result instanceof CallResult.Ok
                ? Next.DONE
                : codes.afterFailure(Platform.WECOM, result, push.attempts());
    }

    private String words(ReviewTask task) {
        String name = book.sheet(task.registrationId())
                .map(RegistrationBook.Sheet::name)
                .orElse("（账号已注销）");
        String reason = task.state() == ReviewTask.State.RETURNED ? "\n退回原因：" + task.reason() : "";
        return "【" + task.kind().label() + "审核】" + task.branch().name() + "：团员 " + name + " 的"
                + task.kind().label() + task.verdict(clock.instant()) + "。" + reason;
    }
}

package cn.tuanwu.bot.chat;

import cn.tuanwu.bot.tencent.ChatText;
import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.registration.RegistrationBook;
import cn.tuanwu.review.ReviewTask;
import cn.tuanwu.review.WaitingDesk;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** What waits for an operator and what they did lately, in words; masked like every message. */
@Component
class WaitingWords {
    private static final int LISTED = 5;
    private static final Duration LATELY = Duration.ofDays(7);

    private final WaitingDesk waiting;
    private final RegistrationBook book;
    private final Clock clock;

    WaitingWords(WaitingDesk waiting, RegistrationBook book, Clock clock) {
        this.waiting = waiting;
        this.book = book;
        this.clock = clock;
    }

    String list(long staffId) {
        int count = waiting.count(staffId);
        if (count == 0) {
            return "目前没有待您审核的报到。";
        }
        StringBuilder words = new StringBuilder("待您审核 " + count + " 条");
        words.append(count > LISTED ? "，最新 " + LISTED + " 条：" : "：");
        for (ReviewTask task : waiting.newest(staffId, LISTED)) {
            words.append("\n· ").append(line(task));
        }
        return ChatText.plain(words.append("\n请在收到的卡片上处理。").toString());
    }

    String progress(long staffId) {
        WaitingDesk.Decided decided = waiting.decidedBy(staffId, clock.instant().minus(LATELY));
        return "近七天您已同意 " + decided.approved() + " 条、退回 " + decided.returned() + " 条；还有 " + waiting.count(staffId)
                + " 条待审核。";
    }

    private String line(ReviewTask task) {
        RegistrationBook.Sheet sheet = book.sheet(task.registrationId()).orElseThrow();
        String what =
                task.kind() == ReviewTask.Kind.REGISTRATION ? "" : task.kind().label() + "，";
        return sheet.name() + "，" + what + task.branch().shortName() + "，实名认证"
                + sheet.realName().label() + "，" + ChinaTime.brief(task.openedAt(), clock.instant()) + " 提交";
    }
}

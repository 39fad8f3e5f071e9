package cn.tuanwu.bot.review;

import cn.tuanwu.access.Roster;
import cn.tuanwu.bot.tencent.CallResult;
import cn.tuanwu.bot.tencent.ErrorCodes;
import cn.tuanwu.bot.tencent.Platform;
import cn.tuanwu.bot.tencent.WeCom;
import cn.tuanwu.push.Claimed;
import cn.tuanwu.push.Next;
import cn.tuanwu.review.QuietHours;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Says something in words to someone on the roster, and never in quiet hours. */
@Component
public class Colleague {
    private final Roster roster;
    private final WeCom weCom;
    private final ErrorCodes codes;
    private final QuietHours quiet;
    private final Clock clock;

    Colleague(Roster roster, WeCom weCom, ErrorCodes codes, QuietHours quiet, Clock clock) {
        this.roster = roster;
        this.weCom = weCom;
        this.codes = codes;
        this.quiet = quiet;
        this.clock = clock;
    }

    /** @param words made only when they are said */
    public Next tell(Claimed push, long staffId, Supplier<String> words) {
        return tell(push, staffId, words, "");
    }

    /** @param link ours, said behind the words */
    public Next tell(Claimed push, long staffId, Supplier<String> words, String link) {
        Duration night = quiet.left(clock.instant());
        if (!night.isZero()) {
            return Next.later(night, "quiet hours");
        }
        return roster.byId(staffId)
                .map(person -> tell(push, person, words, link))
                .orElseGet(() -> Next.never("staff unknown"));
    }

    private Next tell(Claimed push, Roster.Person person, Supplier<String> words, String link) {
        if (person.userid() == null) {
            return Next.skip("not known in WeChat Work");
        }
        CallResult<WeCom.Sent> result = weCom.sendText(person.userid(), words.get(), link);
        return result instanceof CallResult.Ok
                ? Next.DONE
                : codes.afterFailure(Platform.WECOM, result, push.attempts());
    }
}

package cn.tuanwu.bot.leaving;

import cn.tuanwu.bot.push.PushHandler;
import cn.tuanwu.bot.review.MemberChannels;
import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.leaving.Leaving;
import cn.tuanwu.leaving.LeavingBook;
import cn.tuanwu.push.Claimed;
import cn.tuanwu.push.Next;
import cn.tuanwu.push.PushKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the member what became of it. No name, no number: notices show on locked screens. */
@Component
class LeavingResultPush implements PushHandler {
    private static final String PAGE = "pages/leave/leave";
    /** The platform's limit for a "thing" field. */
    private static final int THING = 20;

    private final LeavingBook book;
    private final MemberChannels channels;

    LeavingResultPush(LeavingBook book, MemberChannels channels) {
        this.book = book;
        this.channels = channels;
    }

    @Override
    public PushKind kind() {
        return PushKind.LEAVING_RESULT;
    }

    @Override
    public Next send(Claimed push) {
        Optional<Leaving> leaving = book.find(push.subject()).filter(found -> found.endedAt() != null);
        return leaving.map(found -> channels.tell(
                        push, found.accountId(), new MemberChannels.Words(PAGE, fields(found), sentence(found))))
                .orElseGet(() -> Next.skip("not over"));
    }

    private static Map<String, String> fields(Leaving leaving) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("thing1", cut(leaving.branch().name()));
        fields.put("phrase2", leaving.state() == Leaving.State.DONE ? "已办结" : "已退回");
        fields.put("time3", ChinaTime.minute(leaving.endedAt()));
        fields.put("thing4", cut(leaving.kind().label() + "，请进入小程序查看"));
        return fields;
    }

    private static String sentence(Leaving leaving) {
        String what = leaving.branch().name() + "：您的" + leaving.kind().label();
        if (leaving.state() != Leaving.State.DONE) {
            return what + "申请" + leaving.state().label() + "，原因：" + leaving.endReason() + "。";
        }
        return switch (leaving.kind()) {
            case AT_28, VOLUNTARY -> what + "已办结，团员档案由团支部保留。";
            case RESTORE -> what + "已办结，您可以继续办理团内业务。";
            case DELETION ->
                "您在" + leaving.branch().name() + "的报到资料已删除（" + leaving.cause().label() + "）。账号保留，可以重新报到。";
        };
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= THING
                ? text
                : text.substring(0, text.offsetByCodePoints(0, THING - 1)) + "…";
    }
}

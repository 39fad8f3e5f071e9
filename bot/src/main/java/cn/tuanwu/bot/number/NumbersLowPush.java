package cn.tuanwu.bot.number;

import cn.tuanwu.access.Roster;
import cn.tuanwu.bot.push.PushHandler;
import cn.tuanwu.bot.tencent.CallResult;
import cn.tuanwu.bot.tencent.ErrorCodes;
import cn.tuanwu.bot.tencent.Platform;
import cn.tuanwu.bot.tencent.WeCom;
import cn.tuanwu.number.ReportDesk;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.push.Claimed;
import cn.tuanwu.push.Next;
import cn.tuanwu.push.PushKind;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells a committee's admin that a branch's member numbers come to their end. */
@Component
class NumbersLowPush implements PushHandler {
    private final ReportDesk report;
    private final OrgDesk organisations;
    private final Roster roster;
    private final WeCom weCom;
    private final ErrorCodes codes;

    NumbersLowPush(ReportDesk report, OrgDesk organisations, Roster roster, WeCom weCom, ErrorCodes codes) {
        this.report = report;
        this.organisations = organisations;
        this.roster = roster;
        this.weCom = weCom;
        this.codes = codes;
    }

    @Override
    public PushKind kind() {
        return PushKind.NUMBERS_LOW;
    }

    @Override
    public Next send(Claimed push) {
        Optional<Organisation> branch = organisations.branch(push.subject());
        Optional<Roster.Person> admin = roster.byId(Long.parseLong(push.receiver()));
        if (branch.isEmpty() || admin.isEmpty()) {
            return Next.never("branch or staff unknown");
        }
        if (!report.isLow(push.subject())) {
            return Next.skip("it has numbers again");
        }
        CallResult<WeCom.Sent> result = weCom.sendText(
                admin.get().userid(),
                "【团员编号】" + branch.get().name() + "的发展团员编号还剩 " + report.left(push.subject())
                        + " 个，请登录 PC 端在“团员编号分配”中为它新增号段。");
        return result instanceof CallResult.Ok
                ? Next.DONE
                : codes.afterFailure(Platform.WECOM, result, push.attempts());
    }
}

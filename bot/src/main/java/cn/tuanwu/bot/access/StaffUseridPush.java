package cn.tuanwu.bot.access;

import cn.tuanwu.access.UseridDesk;
import cn.tuanwu.account.Account;
import cn.tuanwu.account.AccountDesk;
import cn.tuanwu.bot.push.PushHandler;
import cn.tuanwu.bot.tencent.CallResult;
import cn.tuanwu.bot.tencent.ErrorCodes;
import cn.tuanwu.bot.tencent.Platform;
import cn.tuanwu.bot.tencent.WeCom;
import cn.tuanwu.kernel.Phone;
import cn.tuanwu.push.Claimed;
import cn.tuanwu.push.Next;
import cn.tuanwu.push.PushKind;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Asks WeChat Work who has the phone of someone added at the console. */
@Component
class StaffUseridPush implements PushHandler {
    /** No member with that phone, or none the application may see. */
    private static final Set<Integer> NOBODY = Set.of(46004, 60011, 60111);

    private final UseridDesk userids;
    private final AccountDesk accounts;
    private final WeCom weCom;
    private final ErrorCodes codes;

    StaffUseridPush(UseridDesk userids, AccountDesk accounts, WeCom weCom, ErrorCodes codes) {
        this.userids = userids;
        this.accounts = accounts;
        this.weCom = weCom;
        this.codes = codes;
    }

    @Override
    public PushKind kind() {
        return PushKind.STAFF_USERID;
    }

    @Override
    public Next send(Claimed push) {
        Optional<Phone> phone =
                userids.accountToSeek(push.subject()).flatMap(accounts::find).map(Account::phone);
        if (phone.isEmpty()) {
            return Next.skip("known by now, or without a phone");
        }
        CallResult<String> found = weCom.userid(phone.get());
        if (found instanceof CallResult.Ok<String> ok && ok.value() != null) {
            userids.found(push.subject(), ok.value());
            return Next.DONE;
        }
        if (found instanceof CallResult.Ok || isNobody(found)) {
            userids.missed(push.subject());
            return Next.DONE;
        }
        return codes.afterFailure(Platform.WECOM, found, push.attempts());
    }

    private static boolean isNobody(CallResult<String> found) {
        return found instanceof CallResult.Refused<String> refused && NOBODY.contains(refused.errcode());
    }
}

package cn.tuanwu.bot.realname;

import cn.tuanwu.bot.push.PushHandler;
import cn.tuanwu.bot.work.Alarm;
import cn.tuanwu.push.Claimed;
import cn.tuanwu.push.Next;
import cn.tuanwu.push.PushKind;
import cn.tuanwu.realname.RealNameDesk;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Asks the provider about a name and a number. */
@Component
class RealNameCheckPush implements PushHandler {
    private final RealNameDesk checks;
    private final HttpRealNameProvider provider;
    private final Alarm alarm;

    RealNameCheckPush(RealNameDesk checks, HttpRealNameProvider provider, Alarm alarm) {
        this.checks = checks;
        this.provider = provider;
        this.alarm = alarm;
    }

    @Override
    public PushKind kind() {
        return PushKind.REALNAME_CHECK;
    }

    @Override
    public Next send(Claimed push) {
        if (provider.isMissing()) {
            alarm.raise("TUANWU_REALNAME_API is not set: real-name checks wait and nobody can be approved");
            return Next.later(Duration.ofMinutes(1), "TUANWU_REALNAME_API is not set");
        }
        return checks.work(push.subject(), provider);
    }
}

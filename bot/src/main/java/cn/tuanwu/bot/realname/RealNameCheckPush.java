package cn.tuanwu.bot.realname;

import cn.tuanwu.bot.push.PushHandler;
import cn.tuanwu.bot.settings.BotSettings;
import cn.tuanwu.bot.work.Alarm;
import cn.tuanwu.push.Claimed;
import cn.tuanwu.push.Next;
import cn.tuanwu.push.PushKind;
import cn.tuanwu.realname.RealNameDesk;
import cn.tuanwu.realname.RealNameProvider;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Asks the provider about a name and a number. */
@Component
class RealNameCheckPush implements PushHandler {
    private final RealNameDesk checks;
    private final RealNameProvider provider;
    private final Alarm alarm;
    private final boolean missing;

    RealNameCheckPush(RealNameDesk checks, RealNameProvider provider, Alarm alarm, BotSettings settings) {
        this.checks = checks;
        this.provider = provider;
        this.alarm = alarm;
        this.missing = settings.providers().realNameApi().isEmpty();
    }

    @Override
    public PushKind kind() {
        return PushKind.REALNAME_CHECK;
    }

    @Override
    public Next send(Claimed push) {
        if (missing) {
            alarm.raise("TUANWU_REALNAME_API is not set: real-name checks wait and nobody can be approved");
            return Next.later(Duration.ofMinutes(1), "TUANWU_REALNAME_API is not set");
        }
        return checks.work(push.subject(), provider);
    }
}

package cn.tuanwu.bot.tencent;

import cn.tuanwu.bot.work.Alarm;
import cn.tuanwu.bot.work.Backoff;
import cn.tuanwu.push.Next;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a failed call means for the push behind it. Decided by the error code alone; its text is for people. */
@Component
public class ErrorCodes {
    private static final Duration UNTIL_SETTINGS_ARE_MENDED = Duration.ofMinutes(1);
    private static final Set<Integer> BUSY = Set.of(-1, 45033, 40014, 42001);
    private static final Set<Integer> GONE = Set.of(40003, 46004, 50002, 60011, 60111, 60123, 81013);

    private final Alarm alarm;

    ErrorCodes(Alarm alarm) {
        this.alarm = alarm;
    }

    /**
     * Wrong settings, a busy platform and a used-up budget: later. A receiver who is gone, or a call that can never work: never.
     *
     * @param attempts how many have failed before, 0 at first
     */
    public Next afterFailure(Platform platform, CallResult<?> failed, int attempts) {
        if (failed instanceof CallResult.Held<?> held) {
            return Next.held(Backoff.spread(held.pause()), held.why());
        }
        if (failed instanceof CallResult.NoAnswer<?> silent) {
            return Next.later(Backoff.after(attempts), "no answer from " + platform + ": " + silent.cause());
        }
        int code = ((CallResult.Refused<?>) failed).errcode();
        String why = platform + " errcode " + code;
        Optional<String> cure = cure(platform, code);
        if (cure.isPresent()) {
            alarm.raise(platform.label() + " refuses us (errcode " + code + "): " + cure.get()
                    + ". What is to be sent there waits");
            return Next.later(UNTIL_SETTINGS_ARE_MENDED, why);
        }
        if (BUSY.contains(code)) {
            return Next.later(Backoff.after(attempts), why);
        }
        if (!GONE.contains(code)) {
            alarm.raise(platform.label() + " does not accept what we send (errcode " + code
                    + "): it is kept as a dead letter");
        }
        return Next.never(why);
    }

    /** For codes that say the installation is wrong: what to look at. */
    private static Optional<String> cure(Platform platform, int code) {
        return Optional.ofNullable(
                switch (code) {
                    case 40013 -> "check " + platform.idSetting();
                    case 40001, 40091, 40125 -> "check " + platform.secretSetting();
                    case 40056, 301002, 50003 -> "check TUANWU_WECOM_AGENT_ID and that the application is enabled";
                    case 60020, 301042 -> "add this machine's address to the trusted IPs (企业可信IP) of the application";
                    case 40164 -> "add this machine's address to the IP whitelist (IP白名单)";
                    case 48001, 48002 -> "the account lacks the right to this interface; see its console";
                    case 301007 -> "the corp is disabled";
                    default -> null;
                });
    }
}

package cn.tuanwu.bot.doctor;

import cn.tuanwu.bot.settings.BotSettings;
import cn.tuanwu.bot.work.Trouble;
import cn.tuanwu.file.FileSettings;
import cn.tuanwu.kernel.Settings;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** One block in the log soon after the start. It only tells: the bot runs whatever is found. */
@Component
class DoctorAtStart {
    /** The reverse proxy may notice a little later that this node is up. */
    private static final int TRIES = 3;

    private static final long BETWEEN_MILLIS = 5_000;
    private static final Logger log = LoggerFactory.getLogger(DoctorAtStart.class);

    private final Doctor doctor;
    private final boolean wanted;

    DoctorAtStart(BotSettings settings, Clock clock, Environment environment) {
        this.doctor = new Doctor(settings, FileSettings.read(new Settings(environment)), clock);
        this.wanted = !"false".equals(environment.getProperty("TUANWU_DOCTOR"));
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (wanted) {
            Thread thread = new Thread(this::examine, "doctor");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void examine() {
        try {
            for (int left = TRIES; left > 0; left--) {
                Thread.sleep(BETWEEN_MILLIS);
                if (tell(doctor.examine(), left == 1)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.error("The doctor broke off ({}): run ./tuanwu doctor", Trouble.of(e));
        }
    }

    private static boolean tell(List<Finding> findings, boolean last) {
        boolean right = findings.stream().allMatch(Finding::isRight);
        String block = findings.stream().map(finding -> "\n  " + finding.line()).collect(Collectors.joining());
        if (right) {
            log.info("平台检查：{}", block);
        } else if (last) {
            log.error("平台检查：{}\n  改好后运行 ./tuanwu doctor 再查一次。", block);
        }
        return right;
    }
}

package cn.tuanwu.bot.doctor;

import cn.tuanwu.bot.settings.BotSettings;
import cn.tuanwu.kernel.Settings;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** {@code --doctor}: the examination from a shell, beside a running bot or before it. */
public final class DoctorCommand {

    private DoctorCommand() {}

    /** @return the exit code: 0 when everything that could be checked is right */
    public static int run(String[] arguments, PrintStream out) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
        Settings settings = new Settings(environment);
        BotSettings read = BotSettings.read(settings);
        try {
            settings.refuseFaults();
        } catch (Settings.WrongSettings e) {
            out.println("设置有问题，平台未检查：\n" + e.getMessage());
            return 1;
        }
        List<Finding> findings = new Doctor(read, Clock.systemUTC()).examine();
        findings.forEach(finding -> out.println(finding.line()));
        return findings.stream().allMatch(Finding::isRight) ? 0 : 1;
    }
}

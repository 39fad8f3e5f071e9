package cn.tuanwu.bot.doctor;

import cn.tuanwu.bot.settings.BotSettings;
import cn.tuanwu.file.FileSettings;
import cn.tuanwu.kernel.Settings;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.function.BiPredicate;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** {@code --doctor} and {@code --menus}: what is done from a shell, beside a running bot or before it. */
public final class DoctorCommand {

    private DoctorCommand() {}

    /** @return the exit code: 0 when everything that could be checked is right */
    public static int run(String[] arguments, PrintStream out) {
        return withSettings(arguments, out, "平台未检查", (settings, files) -> {
            List<Finding> findings = new Doctor(settings, files, Clock.systemUTC()).examine();
            findings.forEach(finding -> out.println(finding.line()));
            return findings.stream().allMatch(Finding::isRight);
        });
    }

    /** @return the exit code: 0 when the menus and the home page are as they should be */
    public static int makeMenus(String[] arguments, PrintStream out) {
        return withSettings(
                arguments, out, "菜单未创建", (settings, files) -> new MenuMaker(settings, new Wire(), out::println).make());
    }

    private static int withSettings(
            String[] arguments, PrintStream out, String consequence, BiPredicate<BotSettings, FileSettings> work) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
        Settings settings = new Settings(environment);
        BotSettings read = BotSettings.read(settings);
        FileSettings files = FileSettings.read(settings);
        try {
            settings.refuseFaults();
        } catch (Settings.WrongSettings e) {
            out.println("设置有问题，" + consequence + "：\n" + e.getMessage());
            return 1;
        }
        return work.test(read, files) ? 0 : 1;
    }
}

package cn.tuanwu.bot;

import cn.tuanwu.TuanwuRooms;
import cn.tuanwu.bot.access.FirstAdminCommand;
import cn.tuanwu.bot.chat.FaqCommand;
import cn.tuanwu.bot.doctor.DoctorCommand;
import cn.tuanwu.bot.push.OutboxCommand;
import cn.tuanwu.bot.settings.BotSettings;
import cn.tuanwu.file.FileSettings;
import cn.tuanwu.kernel.StartChecks;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The bot: what the chat platforms call, and what calls them. */
@SpringBootApplication
@EnableScheduling
@Import(TuanwuRooms.class)
public class BotApplication {

    public static void main(String[] args) {
        if (isAsked(args, "outbox")) {
            System.exit(OutboxCommand.run(args, System.out));
        }
        if (isAsked(args, "doctor")) {
            System.exit(DoctorCommand.run(args, System.out));
        }
        if (isAsked(args, "menus")) {
            System.exit(DoctorCommand.makeMenus(args, System.out));
        }
        if (isAsked(args, "faq")) {
            System.exit(FaqCommand.run(args, System.out));
        }
        if (isAsked(args, "first-admin")) {
            System.exit(FirstAdminCommand.run(args, System.out));
        }
        application().run(args);
    }

    private static boolean isAsked(String[] args, String command) {
        return Arrays.stream(args).anyMatch(arg -> arg.equals("--" + command) || arg.startsWith("--" + command + "="));
    }

    /** Checked before anything is built: a wrong setting or an old database refuses the start in one sentence. */
    public static SpringApplication application() {
        SpringApplication application = new SpringApplication(BotApplication.class);
        application.addInitializers(new StartChecks(settings -> {
            BotSettings.read(settings);
            FileSettings.read(settings);
        }));
        return application;
    }
}

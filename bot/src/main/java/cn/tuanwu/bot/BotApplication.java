package cn.tuanwu.bot;

import cn.tuanwu.TuanwuRooms;
import cn.tuanwu.bot.settings.BotSettings;
import cn.tuanwu.kernel.StartChecks;
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
        application().run(args);
    }

    /** Checked before anything is built: a wrong setting or an old database refuses the start in one sentence. */
    public static SpringApplication application() {
        SpringApplication application = new SpringApplication(BotApplication.class);
        application.addInitializers(new StartChecks(BotSettings::read));
        return application;
    }
}

package cn.tuanwu.bot.work;

import cn.tuanwu.TuanwuRooms;
import cn.tuanwu.kernel.StartChecks;
import java.util.function.ToIntFunction;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** Opens the rooms for a command from a shell: without any worker, so nothing is sent from here. */
public final class Shell {

    private Shell() {}

    /** @return the exit code of the command */
    public static int inRooms(String[] arguments, ToIntFunction<ConfigurableApplicationContext> command) {
        var rooms = new SpringApplicationBuilder(Rooms.class)
                .web(WebApplicationType.NONE)
                .initializers(new StartChecks(settings -> {}))
                .logStartupInfo(false)
                .properties("logging.level.root=WARN");
        try (var context = rooms.run(arguments)) {
            return command.applyAsInt(context);
        }
    }

    /** Not a bean of the bot, so without its annotation. */
    @EnableAutoConfiguration
    @Import(TuanwuRooms.class)
    static class Rooms {}
}

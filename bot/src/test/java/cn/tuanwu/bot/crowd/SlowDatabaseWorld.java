package cn.tuanwu.bot.crowd;

import cn.tuanwu.bot.support.BotWorld;
import cn.tuanwu.bot.support.SlowLine;
import cn.tuanwu.servers.TestServers;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** As {@link BotWorld}, with a line to the database that can be made slow. */
public class SlowDatabaseWorld extends BotWorld {
    static final SlowLine LINE = new SlowLine(TestServers.mariaDb().port());

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        super.initialize(context);
        String near = ":" + TestServers.mariaDb().port() + "/";
        String far = context.getEnvironment().getProperty("TUANWU_DB_URL").replace(near, ":" + LINE.port() + "/");
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("a far database", Map.of("TUANWU_DB_URL", far)));
    }
}

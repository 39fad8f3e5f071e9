package cn.tuanwu.support;

import cn.tuanwu.servers.TestServers;
import cn.tuanwu.sql.Migrate;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives a test context servers of its own through the same settings a deployment uses. */
public class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestServers.Database database = TestServers.freshDatabase();
        Migrate.demo(database.url(), database.ddlUser(), database.ddlPassword());
        Map<String, Object> settings = Map.of(
                "TUANWU_DB_URL", database.url(),
                "TUANWU_DB_USER", database.user(),
                "TUANWU_DB_PASSWORD", database.password(),
                "TUANWU_REDIS_URL", TestServers.redisUrl(),
                "TUANWU_KEY_FILE", System.getProperty("tuanwu.home", ".") + "/common/target/test-keys",
                "TUANWU_FILES",
                        System.getProperty("tuanwu.home", ".") + "/common/target/test-files-" + System.nanoTime(),
                "tuanwu.form.patience", "PT3S");
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test servers", settings));
    }
}

package cn.tuanwu.kernel;

import cn.tuanwu.sql.Migrate;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Looks at the settings and the database before anything is built, and refuses the start with every fault at once. The
 * application adds it to its {@code SpringApplication} with what it needs itself.
 */
public final class StartChecks implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final String PATIENCE = "5000";

    private final Consumer<Settings> own;

    /** @param own asks the settings for what this application needs beside the database and Redis */
    public StartChecks(Consumer<Settings> own) {
        this.own = own;
    }

    /** @throws Settings.WrongSettings which Spring Boot reports without a stack trace, exit code 1 */
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Settings settings = new Settings(context.getEnvironment());
        own.accept(settings);
        settings.required("TUANWU_REDIS_URL");
        String url = settings.required("TUANWU_DB_URL");
        String user = settings.required("TUANWU_DB_USER");
        String password = settings.secret("TUANWU_DB_PASSWORD");
        if (!url.isEmpty() && !user.isEmpty() && !password.isEmpty()) {
            database(settings, url, user, password);
        }
        settings.refuseFaults();
    }

    private static void database(Settings settings, String url, String user, String password) {
        Properties login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        login.setProperty("connectTimeout", PATIENCE);
        login.setProperty("socketTimeout", PATIENCE);
        try (Connection connection = DriverManager.getConnection(url, login)) {
            Optional<String> applied = Migrate.applied(connection);
            if (applied.isEmpty() || isOlder(applied.get())) {
                settings.fault("The database is at version " + applied.orElse("0") + ", this program needs "
                        + Migrate.version() + ": run ./tuanwu migrate");
            }
        } catch (SQLException e) {
            String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
            settings.fault("TUANWU_DB_URL: the database does not answer: " + why);
        }
    }

    /** A newer database is served: a node of this release may restart while the next release is being rolled out. */
    private static boolean isOlder(String applied) {
        return MigrationVersion.fromVersion(Migrate.version()).isNewerThan(applied);
    }
}

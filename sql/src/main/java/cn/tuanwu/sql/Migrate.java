package cn.tuanwu.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * Brings a database to the newest version of the tables. A step of its own: applications never do it at start, they
 * only compare {@link #version()} with {@link #applied(Connection)} and refuse to serve on a difference.
 */
public final class Migrate {

    private static final String DEMO_TABLE = "flyway_demo";

    /** Held, or its level would be forgotten with it. */
    private static final Logger FLYWAY_LOG = Logger.getLogger("org.flywaydb");

    private Migrate() {}

    /** Runs every migration the database lacks. Repeating it changes nothing. */
    public static MigrateResult run(String url, String user, String password) {
        return at(url, user, password)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    /** Loads the demo province into a migrated database, once. Its history stands beside the real one. */
    public static MigrateResult demo(String url, String user, String password) {
        return at(url, user, password)
                .locations("classpath:db/demo")
                .table(DEMO_TABLE)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .validateOnMigrate(false)
                .load()
                .migrate();
    }

    /** The newest migration on the class path, such as {@code 7}; {@code 0} where there is none. */
    public static String version() {
        return Scripts.newest("db/migration");
    }

    /** The newest migration this database has had, or empty where it never had one. */
    public static Optional<String> applied(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet tables = connection.getMetaData().getTables(connection.getCatalog(), null, "%", null)) {
            boolean migrated = false;
            while (tables.next()) {
                migrated |= "flyway_schema_history".equalsIgnoreCase(tables.getString("TABLE_NAME"));
            }
            if (!migrated) {
                return Optional.empty();
            }
            ResultSet newest = statement.executeQuery("select version from flyway_schema_history"
                    + " where success = 1 and version is not null order by installed_rank desc limit 1");
            return newest.next() ? Optional.of(newest.getString(1)) : Optional.empty();
        }
    }

    private static FluentConfiguration at(String url, String user, String password) {
        return Flyway.configure()
                .dataSource(url, user, password)
                .encoding("UTF-8")
                .placeholderReplacement(false)
                .cleanDisabled(true)
                .connectRetries(3);
    }

    /** Reads TUANWU_DB_URL, TUANWU_DB_USER and TUANWU_DB_PASSWORD, migrates, says so in one line. */
    public static void main(String[] args) {
        FLYWAY_LOG.setLevel(Level.OFF);
        Map<String, String> env = System.getenv();
        for (String name : new String[] {"TUANWU_DB_URL", "TUANWU_DB_USER", "TUANWU_DB_PASSWORD"}) {
            if (!env.containsKey(name)) {
                fail(name + " is not set: it says which database to migrate.");
            }
        }
        try {
            MigrateResult result =
                    run(env.get("TUANWU_DB_URL"), env.get("TUANWU_DB_USER"), env.get("TUANWU_DB_PASSWORD"));
            System.out.println("The database is at version " + version() + " (" + result.migrationsExecuted
                    + " migrations applied now).");
        } catch (FlywayException e) {
            fail("The database was not migrated: " + firstLine(e));
        }
    }

    private static String firstLine(Throwable e) {
        return String.valueOf(e.getMessage())
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("---"))
                .findFirst()
                .orElse(e.toString());
    }

    private static void fail(String sentence) {
        System.err.println(sentence);
        System.exit(1);
    }
}

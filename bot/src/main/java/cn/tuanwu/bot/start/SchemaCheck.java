package cn.tuanwu.bot.start;

import cn.tuanwu.sql.Migrate;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Whether the database answers and has every migration this program was written for. A newer one is fine. */
record SchemaCheck(String url, String user, String password) {
    private static final int SECONDS = 5;

    /** @throws StartRefused saying what to do */
    void refuseOldOrUnreachable() {
        DriverManager.setLoginTimeout(SECONDS);
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            String applied = Migrate.applied(connection).orElse("0");
            if (Integer.parseInt(applied) < Integer.parseInt(Migrate.version())) {
                throw new StartRefused("Tuanwu does not start. The database is at version " + applied
                        + ", this program needs " + Migrate.version() + ": run ./tuanwu migrate");
            }
        } catch (SQLException e) {
            throw new StartRefused("Tuanwu does not start. The database of TUANWU_DB_URL does not answer (SQL state "
                    + e.getSQLState() + "): check that it runs, and TUANWU_DB_URL, TUANWU_DB_USER, TUANWU_DB_PASSWORD");
        }
    }
}

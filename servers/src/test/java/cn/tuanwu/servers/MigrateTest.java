package cn.tuanwu.servers;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.sql.Migrate;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class MigrateTest {

    @Test
    void migratingTwiceIsMigratingOnce() throws SQLException {
        var database = TestServers.emptyDatabase();
        try (Connection app = DriverManager.getConnection(database.url(), database.user(), database.password())) {
            assertThat(Migrate.applied(app)).isEmpty();
            assertThat(run(database)).isPositive();
            assertThat(Migrate.applied(app)).contains(Migrate.version());
            assertThat(run(database)).isZero();
        }
    }

    @Test
    void theDemoProvinceIsLoadedOnce() {
        var database = TestServers.freshDatabase();
        assertThat(demo(database)).isPositive();
        assertThat(demo(database)).isZero();
        assertThat(run(database)).isZero();
    }

    private static int run(TestServers.Database database) {
        return Migrate.run(database.url(), database.ddlUser(), database.ddlPassword()).migrationsExecuted;
    }

    private static int demo(TestServers.Database database) {
        return Migrate.demo(database.url(), database.ddlUser(), database.ddlPassword()).migrationsExecuted;
    }
}

package cn.tuanwu.api;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.tuanwu.kernel.Settings;
import cn.tuanwu.servers.TestServers;
import cn.tuanwu.sql.Migrate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("story")
class RefusedStartTest {

    @Test
    void everyMissingOrSampleSettingIsToldAtOnce() {
        String[] settings = {
            "--TUANWU_MINIAPP_APP_ID=wx1",
            "--TUANWU_MINIAPP_SECRET=changeme",
            "--TUANWU_WECOM_CORP_ID=ww1",
            "--TUANWU_WECOM_AGENT_ID=one",
            "--TUANWU_WECOM_SECRET=changeme",
            "--TUANWU_WECOM_OPEN=open.example.org",
            "--TUANWU_DB_URL=jdbc:mysql://127.0.0.1:1/tuanwu",
            "--TUANWU_DB_USER=tuanwu",
            "--TUANWU_DB_PASSWORD=a-real-secret-4711",
            "--TUANWU_REDIS_URL=",
            "--TUANWU_PUBLIC_URL=tuan.example.org",
            "--TUANWU_OIDC_PROVIDERS=qnzs,No!",
            "--TUANWU_OIDC_QNZS_ISSUER=http://login.example.org",
            "--TUANWU_OIDC_QNZS_NAME=广东青年之声",
            "--TUANWU_OIDC_QNZS_CLIENT_SECRET=changeme",
            "--TUANWU_API_PORT=eighty"
        };
        assertThatThrownBy(() -> MiniappApiApplication.application().run(settings))
                .isInstanceOf(Settings.WrongSettings.class)
                .hasMessageContaining("TUANWU_MINIAPP_SECRET is a sample value")
                .hasMessageContaining("TUANWU_WECOM_AGENT_ID must be a number")
                .hasMessageContaining("TUANWU_WECOM_SECRET is a sample value")
                .hasMessageContaining("TUANWU_WECOM_OPEN is not a web address")
                .hasMessageContaining("TUANWU_REDIS_URL is missing")
                .hasMessageContaining("TUANWU_PUBLIC_URL is not a web address")
                .hasMessageContaining("TUANWU_OIDC_PROVIDERS: No! is not a short name")
                .hasMessageContaining("TUANWU_OIDC_QNZS_ISSUER must begin with https://")
                .hasMessageContaining("TUANWU_OIDC_QNZS_CLIENT_ID is missing")
                .hasMessageContaining("TUANWU_OIDC_QNZS_CLIENT_SECRET is a sample value")
                .hasMessageContaining("TUANWU_API_PORT is not a port")
                .hasMessageContaining("TUANWU_DB_URL: the database does not answer")
                .hasMessageNotContaining("a-real-secret-4711");
    }

    @Test
    void aDatabaseThatWasNeverMigratedIsToldSo() {
        refused(TestServers.emptyDatabase(), "The database is at version 0");
    }

    @Test
    void anOlderDatabaseIsToldToMigrate() {
        TestServers.Database database = TestServers.freshDatabase();
        Tables.run(database, "DELETE FROM flyway_schema_history WHERE version = '" + Migrate.version() + "'");
        refused(database, "this program needs " + Migrate.version() + ": run ./tuanwu migrate");
    }

    private static void refused(TestServers.Database database, String sentence) {
        String[] settings = RunningApi.settings(database, "redis://127.0.0.1:1");
        assertThatThrownBy(() -> MiniappApiApplication.application().run(settings))
                .isInstanceOf(Settings.WrongSettings.class)
                .hasMessageContaining(sentence);
    }
}

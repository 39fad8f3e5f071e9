package cn.tuanwu.api;

import cn.tuanwu.servers.TestServers;
import cn.tuanwu.sql.Migrate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The application as it is shipped, on a free port, over a real MariaDB and Redis; one for all tests of this JVM. */
public final class RunningApi {
    private static final Path KEYS = keys();
    public static final FakePlatform PLATFORM = FakePlatform.start();
    public static final FakeProvider YOUTH = FakeProvider.start("tuanwu-qnzs");
    public static final FakeProvider LEAGUE = FakeProvider.start("tuanwu-yht");
    public static final TestServers.Database DATABASE = demoDatabase();
    private static final ConfigurableApplicationContext CONTEXT = started();

    private RunningApi() {}

    public static Client client() {
        return new Client(port(CONTEXT));
    }

    public static <T> T bean(Class<T> kind) {
        return CONTEXT.getBean(kind);
    }

    public static ConfigurableApplicationContext context() {
        return CONTEXT;
    }

    public static int port(ConfigurableApplicationContext context) {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    private static TestServers.Database demoDatabase() {
        TestServers.Database database = TestServers.freshDatabase();
        Migrate.demo(database.url(), database.ddlUser(), database.ddlPassword());
        Tables.run(
                database,
                "INSERT INTO org_account (id, organisation_id, login, password_hash)"
                        + " SELECT 302, 101, 'wl-tuanwei', password_hash FROM org_account WHERE id = 301");
        Tables.run(
                database,
                "INSERT INTO org_account (id, organisation_id, login, password_hash, role)"
                        + " SELECT 310 + role.id, 100, CONCAT('sx-', LOWER(role.name)), password_hash, role.name"
                        + " FROM org_account, (SELECT 1 AS id, 'OPERATOR' AS name UNION SELECT 2, 'VIEWER'"
                        + " UNION SELECT 3, 'SECURITY' UNION SELECT 4, 'AUDITOR') AS role WHERE org_account.id = 301");
        return database;
    }

    private static ConfigurableApplicationContext started() {
        return MiniappApiApplication.application().run(settings(DATABASE, TestServers.redisUrl()));
    }

    /** The settings of a whole installation in the sandbox, as command line arguments. */
    public static String[] settings(TestServers.Database database, String redis, String... more) {
        List<String> all = new ArrayList<>(List.of(
                "--TUANWU_SANDBOX=true",
                "--TUANWU_DB_URL=" + database.url(),
                "--TUANWU_DB_USER=" + database.user(),
                "--TUANWU_DB_PASSWORD=" + database.password(),
                "--TUANWU_REDIS_URL=" + redis,
                "--TUANWU_MINIAPP_APP_ID=wxmptuanwudemo",
                "--TUANWU_MINIAPP_SECRET=sandbox-miniapp-secret",
                "--TUANWU_MINIAPP_RESULT_TEMPLATE=tmpl-registration-result",
                "--TUANWU_MINIAPP_API=" + PLATFORM.url(),
                "--TUANWU_WECOM_CORP_ID=wwtuanwudemo",
                "--TUANWU_WECOM_AGENT_ID=1000002",
                "--TUANWU_WECOM_SECRET=sandbox-wecom-secret",
                "--TUANWU_WECOM_API=" + PLATFORM.url(),
                "--TUANWU_WECOM_OPEN=https://open.example.org/",
                "--TUANWU_PUBLIC_URL=http://127.0.0.1:8080",
                "--TUANWU_OIDC_PROVIDERS=qnzs,yht",
                "--TUANWU_KEY_FILE=" + KEYS,
                "--TUANWU_FILES=" + KEYS.resolveSibling("files"),
                "--TUANWU_SMS_PER_ADDRESS=3",
                "--TUANWU_BIND=127.0.0.1",
                "--TUANWU_API_PORT=0"));
        all.addAll(YOUTH.settings("QNZS", "广东青年之声"));
        all.addAll(LEAGUE.settings("YHT", "共青团一号通"));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static Path keys() {
        try {
            Path folder = Path.of("target", "test-keys");
            Files.createDirectories(folder);
            return Files.createTempDirectory(folder, "installation").resolve("keys");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

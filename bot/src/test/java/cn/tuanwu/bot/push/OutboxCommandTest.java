package cn.tuanwu.bot.push;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.servers.TestServers;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What an operator of the house does with dead letters, from a shell. */
@Tag("edge")
class OutboxCommandTest {
    private static final TestServers.Database DATABASE = TestServers.freshDatabase();
    private static final JdbcTemplate TABLES =
            new JdbcTemplate(new DriverManagerDataSource(DATABASE.url(), DATABASE.user(), DATABASE.password()));

    @BeforeEach
    void twoDeadLettersOneSentOneDue() {
        TABLES.update("DELETE FROM outbox");
        letter(11, "DEAD", "WECOM errcode 81013");
        letter(12, "DEAD", "WECOM errcode 40003");
        letter(13, "DONE", null);
        letter(14, "DUE", null);
    }

    /** Break: in OutboxRows.dead, leave out the state. */
    @Test
    void deadLettersAreListedWithTheirReasonAndNoReceiver() {
        Said said = outbox("list");
        assertThat(said.code()).isZero();
        assertThat(said.words())
                .contains("11\tADMIN_NOTICE\t111\t20\t", "WECOM errcode 81013", "12\t", "2026年3月1日 16:00")
                .doesNotContain("13\t", "14\t", "receiver-of");
    }

    /** Break: in OutboxRows.resend, leave out the id. */
    @Test
    void oneLetterIsPutBackWithAllItsAttempts() {
        assertThat(outbox("resend", "--id=11").code()).isZero();
        assertThat(states()).containsExactly("11 DUE 0", "12 DEAD 20", "13 DONE 20", "14 DUE 20");
        assertThat(outbox("resend", "--id=11").code()).isEqualTo(1);
        assertThat(outbox("resend", "--id=13").code()).isEqualTo(1);
    }

    /** Break: in OutboxRows.resendSome, ask for another state. */
    @Test
    void allDeadLettersArePutBackAndNothingElse() {
        assertThat(outbox("resend-all").words()).contains("2 条");
        assertThat(states()).containsExactly("11 DUE 0", "12 DUE 0", "13 DONE 20", "14 DUE 20");
        assertThat(outbox("list").words()).contains("没有死信");
    }

    @Test
    void anUnknownWishIsAnsweredWithTheKnownOnes() {
        assertThat(outbox("delete").code()).isEqualTo(2);
    }

    private static void letter(long id, String state, String why) {
        TABLES.update(
                "INSERT INTO outbox (id, kind, subject_id, receiver, push_key, state, next_at, attempts, last_error,"
                        + " created_at, settled_at) VALUES (?, 'ADMIN_NOTICE', ?, ?, ?, ?, '2026-03-01 08:00:00', 20, ?,"
                        + " '2026-03-01 07:00:00', '2026-03-01 08:00:00')",
                id,
                100 + id,
                "receiver-of-" + id,
                "key-" + id,
                state,
                why);
    }

    private static List<String> states() {
        return TABLES.queryForList(
                "SELECT CONCAT(id, ' ', state, ' ', attempts) FROM outbox ORDER BY id", String.class);
    }

    private record Said(int code, String words) {}

    private static Said outbox(String wish, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--outbox=" + wish,
                "--TUANWU_DB_URL=" + DATABASE.url(),
                "--TUANWU_DB_USER=" + DATABASE.user(),
                "--TUANWU_DB_PASSWORD=" + DATABASE.password(),
                "--TUANWU_REDIS_URL=" + TestServers.redisUrl(),
                "--TUANWU_KEY_FILE=" + System.getProperty("tuanwu.home", ".") + "/common/target/test-keys"));
        arguments.addAll(List.of(more));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code =
                OutboxCommand.run(arguments.toArray(String[]::new), new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Said(code, out.toString(StandardCharsets.UTF_8));
    }
}

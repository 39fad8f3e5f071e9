package cn.tuanwu.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.support.RoomTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;

/** The first accounts of an installation that has none. */
@RoomTest
@DirtiesContext
@Tag("console")
class FirstAdminTest {
    private static final FirstAdmin.Wish SECURITY = new FirstAdmin.Wish("anquan", "meadow-Larch-77");
    private static final FirstAdmin.Wish ADMIN = new FirstAdmin.Wish("guanli", "orchard-Pine-31");

    @Autowired
    private FirstAdmin first;

    @Autowired
    private JdbcTemplate sql;

    @BeforeEach
    void anEmptyInstallation() {
        sql.update("DELETE FROM org_account");
        sql.update("DELETE FROM console_token");
        sql.update("DELETE FROM organisation");
    }

    // Break: in FirstAdmin.make, leave out tokens.use.
    @Test
    void aTokenMakesTheRootAndBothAccountsOnce() {
        String token = token(false);
        var made = (Outcome.Done<List<ConsoleAccounts.Account>>) first.make(token, "共青团南岭省委员会", SECURITY, ADMIN);
        assertThat(made.value())
                .extracting(ConsoleAccounts.Account::role)
                .containsExactly(Seat.Role.SECURITY, Seat.Role.ADMIN);
        assertThat(first.root().orElseThrow().kind().name()).isEqualTo("LEADING_ORGAN");
        assertThat(code(first.make(token, "x", SECURITY, ADMIN))).isEqualTo("TOKEN_SPENT");
        assertThat(code(first.token(false))).isEqualTo("ACCOUNTS_EXIST");
        assertThat(sql.queryForList("SELECT password_hash FROM org_account", String.class))
                .allMatch(hash -> hash.startsWith("$argon2id$"));
    }

    @Test
    void aLaterTokenEndsTheEarlier() {
        String earlier = token(false);
        token(false);
        assertThat(code(first.make(earlier, "共青团", SECURITY, ADMIN))).isEqualTo("TOKEN_SPENT");
    }

    // Break: in ConsoleTokenRows.purpose, leave out expires_at.
    @Test
    void afterADayItIsWorthNothing() {
        String token = token(false);
        sql.update("UPDATE console_token SET expires_at = '2026-01-01'");
        assertThat(code(first.make(token, "共青团", SECURITY, ADMIN))).isEqualTo("TOKEN_SPENT");
    }

    @Test
    void faultsStandBesideTheirFieldsAndUseNothingUp() {
        String token = token(false);
        var refused = (Outcome.Refused<?>) first.make(
                token, " ", new FirstAdmin.Wish("1", "12345678"), new FirstAdmin.Wish("guanli", ADMIN.password()));
        assertThat(refused.refusals())
                .extracting(refusal -> refusal.field() + ":" + refusal.code())
                .containsExactly(
                        "organisation:REQUIRED", "security.login:LOGIN_INVALID", "security.password:PASSWORD_WEAK");
        assertThat(code(first.make(token, "共青团", SECURITY, new FirstAdmin.Wish("ANQUAN", ADMIN.password()))))
                .isEqualTo("LOGIN_TAKEN");
        assertThat(first.make(token, "共青团", SECURITY, ADMIN)).isInstanceOf(Outcome.Done.class);
    }

    private String token(boolean again) {
        return ((Outcome.Done<String>) first.token(again)).value();
    }

    private static String code(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).first().code();
    }
}

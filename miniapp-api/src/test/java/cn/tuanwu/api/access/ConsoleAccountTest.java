package cn.tuanwu.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.access.FirstAdmin;
import cn.tuanwu.api.Client;
import cn.tuanwu.api.Client.Answer;
import cn.tuanwu.api.RunningApi;
import cn.tuanwu.api.Tables;
import cn.tuanwu.kernel.Outcome;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Organisation accounts in the hands of a security admin. */
@Tag("console")
class ConsoleAccountTest {
    private static final String ACCOUNTS = "/api/console/accounts";
    private static final String SEAT = "/api/console/seat";
    private static final String STRONG = "meadow-Larch-77";

    private final Client security = Gate.enrolled(Gate.account(100, "SECURITY"));

    // Break: in ConsoleAccounts.change, leave out sessions.endAll.
    @Test
    void whatIsChangedEndsTheAccountsSessions() {
        String login = Gate.account(100, "ADMIN");
        String path = ACCOUNTS + "/" + Gate.id(login);
        for (String deed : new String[] {"/sessions-end", "/lock", "/factor-reset", "/password-reset"}) {
            Client seated = Gate.enrolled(login);
            assertThat(seated.get(SEAT).status()).isEqualTo(200);
            assertThat(security.post(path + deed, Map.of()).status()).as(deed).isEqualTo(200);
            assertThat(seated.get(SEAT).code()).as(deed).isEqualTo("NOT_SIGNED_IN");
            security.post(path + "/unlock", Map.of());
        }
        assertThat(Gate.password(login, Gate.PASSWORD).code())
                .as("the old password is worth nothing")
                .isEqualTo("LOGIN_FAILED");
    }

    @Test
    void anotherRoleCountsFromTheNextSignInOn() {
        String login = Gate.account(100, "ADMIN");
        Client seated = Gate.enrolled(login);
        Answer changed = security.put(ACCOUNTS + "/" + Gate.id(login) + "/role", Map.of("role", "VIEWER"));
        assertThat(changed.text("/role")).isEqualTo("VIEWER");
        assertThat(seated.get(SEAT).code()).isEqualTo("NOT_SIGNED_IN");
        assertThat(Gate.enrolled(login).get(SEAT).text("/account/role")).isEqualTo("VIEWER");
    }

    // Break: in ConsoleAccounts.change, leave out the look at OWN.
    @Test
    void nobodyChangesTheirOwnAccount() {
        String login = Gate.account(100, "SECURITY");
        Client own = Gate.enrolled(login);
        String path = ACCOUNTS + "/" + Gate.id(login);
        assertThat(own.put(path + "/role", Map.of("role", "ADMIN")).code()).isEqualTo("ACCOUNT_OWN");
        assertThat(own.post(path + "/lock", Map.of()).code()).isEqualTo("ACCOUNT_OWN");
        assertThat(own.get(SEAT).text("/account/role")).isEqualTo("SECURITY");
    }

    // Break: in FirstAdmin.setPassword, leave out tokens.use.
    @Test
    void anAccountGetsItsPasswordFromItsOwnerByALinkThatIsGoodOnce() {
        String login = "made-" + Client.key().substring(0, 8);
        Map<String, String> wish = Map.of("organisationId", "1002", "login", login, "role", "VIEWER");
        Answer made = security.post(ACCOUNTS, wish);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(security.post(ACCOUNTS, wish).errors()).containsExactly("login:LOGIN_TAKEN");
        String path = ACCOUNTS + "/" + made.text("/id");
        String old = token(path);
        String token = token(path);
        assertThat(look(old).code()).as("the earlier link").isEqualTo("TOKEN_SPENT");
        assertThat(look(token).text("/login")).isEqualTo(login);
        assertThat(set(token, "12345678").errors()).containsExactly("password:PASSWORD_WEAK");
        assertThat(set(token, STRONG).status()).isEqualTo(201);
        assertThat(set(token, STRONG).code()).isEqualTo("TOKEN_SPENT");
        assertThat(security.post(path + "/link", Map.of()).code()).isEqualTo("ACCOUNT_UNKNOWN");
        assertThat(Gate.password(login, STRONG).text("/next")).isEqualTo("ENROL");
        assertThat(Tables.dump()).doesNotContain(token);
    }

    // Break: in ConsoleAccounts.within, leave out the filter.
    @Test
    void anAccountOutsideTheSubtreeDoesNotExist() {
        String path = ACCOUNTS + "/" + Gate.id(Gate.account(101, "ADMIN"));
        var before = Tables.counts();
        assertThat(security.post(path + "/lock", Map.of()).status()).isEqualTo(404);
        assertThat(security.get(path + "/sign-ins").code()).isEqualTo("ACCOUNT_UNKNOWN");
        assertThat(security.post(path + "/link", Map.of()).code()).isEqualTo("ACCOUNT_UNKNOWN");
        assertThat(security.post(ACCOUNTS, Map.of("organisationId", "101", "login", "elsewhere-1", "role", "ADMIN"))
                        .errors())
                .containsExactly("organisationId:ORGANISATION_UNKNOWN");
        assertThat(security.get(ACCOUNTS).body()).doesNotContain("\"101\"");
        assertThat(Tables.counts()).isEqualTo(before);
    }

    @Test
    void aSecurityAdminSeesNoMember() {
        assertThat(security.get("/api/console/members/1").code()).isEqualTo("ROLE_INSUFFICIENT");
        assertThat(security.get("/api/console/audit").code()).isEqualTo("ROLE_INSUFFICIENT");
    }

    @Test
    void theSiteOwnerMakesAFurtherSecurityAccountWhenTheOldOneIsLost() {
        FirstAdmin first = RunningApi.bean(FirstAdmin.class);
        assertThat(first.token(false)).isInstanceOf(Outcome.Refused.class);
        String token = ((Outcome.Done<String>) first.token(true)).value();
        assertThat(look(token).json().path("both").asBoolean()).isFalse();
        String login = "again-" + Client.key().substring(0, 8);
        Map<String, Object> wish = Map.of("token", token, "security", Map.of("login", login, "password", STRONG));
        assertThat(Gate.PAGE.post("/api/console/tokens/first", wish).status()).isEqualTo(201);
        assertThat(Gate.PAGE.post("/api/console/tokens/first", wish).code()).isEqualTo("TOKEN_SPENT");
        assertThat(Tables.rows("SELECT role, organisation_id FROM org_account WHERE login = '" + login + "'"))
                .containsExactly("SECURITY | 1");
    }

    private String token(String path) {
        String link = security.post(path + "/link", Map.of()).text("/link");
        assertThat(link).startsWith("http://127.0.0.1:8080/console/#/first/");
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private static Answer look(String token) {
        return Gate.PAGE.post("/api/console/tokens", Map.of("token", token));
    }

    private static Answer set(String token, String password) {
        return Gate.PAGE.post("/api/console/tokens/password", Map.of("token", token, "password", password));
    }
}

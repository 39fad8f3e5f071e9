package cn.tuanwu.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.api.Authenticator;
import cn.tuanwu.api.Client;
import cn.tuanwu.api.Client.Answer;
import cn.tuanwu.api.People;
import cn.tuanwu.api.RunningApi;
import cn.tuanwu.api.Tables;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The steps of signing in, one call each; accounts and operators of one's own. */
final class Gate {
    static final String PASSWORD = "Demo-2026-tuan";
    static final Client PAGE = RunningApi.client();
    private static final AtomicInteger COUNT = new AtomicInteger(5000);

    private Gate() {}

    /** An account nobody else uses, with the demo's password; its login. */
    static String account(long organisation, String role) {
        int id = COUNT.incrementAndGet();
        Tables.run(
                RunningApi.DATABASE,
                "INSERT INTO org_account (id, organisation_id, login, password_hash, role) SELECT " + id + ", "
                        + organisation + ", 'gate-" + id + "', password_hash, '" + role
                        + "' FROM org_account WHERE id = 301");
        return "gate-" + id;
    }

    static String id(String login) {
        return login.substring("gate-".length());
    }

    static Answer password(String login, String password) {
        return PAGE.post("/api/console/sessions", Map.of("login", login, "password", password));
    }

    static String ticket(String login) {
        Answer known = password(login, PASSWORD);
        assertThat(known.status()).as(known.body()).isEqualTo(201);
        return known.text("/ticket");
    }

    static Answer code(String ticket, String code) {
        return PAGE.post("/api/console/sessions/codes", Map.of("ticket", ticket, "code", code));
    }

    /** Signed in, the authenticator set up. */
    static Client enrolled(String login) {
        return PAGE.with(Authenticator.signIn(login, PASSWORD));
    }

    /** A member who serves these organisations; the phone. */
    static String operator(String role, long... organisations) {
        String phone = People.phone();
        String account = People.member(phone).get("/api/me").text("/account/id");
        int id = COUNT.incrementAndGet();
        Tables.run(
                RunningApi.DATABASE,
                "INSERT INTO staff (id, name, account_id) VALUES (" + id + ", '周岚', " + account + ")");
        for (long organisation : organisations) {
            Tables.run(
                    RunningApi.DATABASE,
                    "INSERT INTO roster (organisation_id, staff_id, role) VALUES (" + organisation + ", " + id + ", '"
                            + role + "')");
        }
        return phone;
    }

    static long staffOf(String phone) {
        return COUNT.get();
    }

    /** The code of the newest SMS to the phone. */
    static String sms(String phone) {
        return People.smsReceived(phone);
    }

    /** Phone and password, then the SMS. */
    static Answer bySms(String phone) {
        Tables.run(RunningApi.DATABASE, "UPDATE sms_pace SET last_at = '2000-01-01'");
        Answer known = password(phone, People.PASSWORD);
        assertThat(known.text("/next")).as(known.body()).isEqualTo("SMS");
        return PAGE.post("/api/console/sessions/sms", Map.of("ticket", known.text("/ticket"), "smsCode", sms(phone)));
    }
}

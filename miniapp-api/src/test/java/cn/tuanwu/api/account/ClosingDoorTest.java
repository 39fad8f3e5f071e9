package cn.tuanwu.api.account;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.api.Client;
import cn.tuanwu.api.Client.Answer;
import cn.tuanwu.api.People;
import cn.tuanwu.api.RunningApi;
import cn.tuanwu.api.Tables;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 注销账号 over the wire. */
@Tag("registration")
class ClosingDoorTest {
    private static final String CLOSING = "/api/me/closing";
    private final Client client = RunningApi.client();

    /** Break: skip refusal(caller, proof) in ClosingController.close. */
    @Test
    @DisplayName("§10 only its owner closes an account, by the password; every trace of it goes")
    void onlyItsOwnerClosesIt() {
        String phone = People.phone();
        Client member = People.member(phone);
        member.put("/api/registration", Map.of("name", "将要离开"));
        long id = Long.parseLong(member.get("/api/me").text("/account/id"));
        assertThat(member.get(CLOSING).text("/possible")).isEqualTo("true");
        assertThat(member.post(CLOSING, Map.of("password", "wrong-Birch-42")).errors())
                .containsExactly("password:PASSWORD_WRONG");
        assertThat(member.post(CLOSING, Map.of("smsCode", "000000")).errors())
                .containsExactly("smsCode:SMS_CODE_EXPIRED");
        Answer closed = member.post(CLOSING, Map.of("password", People.PASSWORD));
        assertThat(closed.status()).as(closed.body()).isEqualTo(200);
        assertThat(member.get("/api/me").code()).isEqualTo("NOT_SIGNED_IN");
        for (String table : new String[] {"registration", "account_device", "account_openid"}) {
            assertThat(Tables.number("SELECT COUNT(*) FROM " + table + " WHERE account_id = " + id))
                    .as(table)
                    .isZero();
        }
        assertThat(Tables.number("SELECT COUNT(*) FROM idempotency WHERE caller = 'ACCOUNT:" + id + "'"))
                .isZero();
        assertThat(client.post("/api/sessions", Map.of("phone", phone, "password", People.PASSWORD))
                        .code())
                .isEqualTo("LOGIN_FAILED");
        assertThat(Tables.rows("SELECT action, detail FROM audit WHERE subject_kind = 'account' AND subject_id = " + id
                        + " AND action = 'account.closed'"))
                .containsExactly("account.closed | null");
        Tables.run(RunningApi.DATABASE, "UPDATE sms_pace SET last_at = '2000-01-01'");
        People.member(phone);
    }

    @Test
    @DisplayName("§10 or by an SMS to its own phone")
    void orByAnSms() {
        String phone = People.phone();
        Client member = People.member(phone);
        Tables.run(RunningApi.DATABASE, "UPDATE sms_pace SET last_at = '2000-01-01'");
        assertThat(member.post(CLOSING + "/sms-codes", Map.of()).status()).isEqualTo(202);
        String code = People.smsReceived(phone);
        assertThat(member.post(CLOSING, Map.of("smsCode", code)).status()).isEqualTo(200);
        assertThat(member.get("/api/me").code()).isEqualTo("NOT_SIGNED_IN");
    }

    @Test
    @DisplayName("§10 what waits is taken back first")
    void whatWaitsIsTakenBackFirst() {
        Client member = People.member();
        member.post("/api/registration/submit", People.profile());
        Answer refused = member.post(CLOSING, Map.of("password", People.PASSWORD));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("REGISTRATION_PENDING");
        assertThat(refused.text("/detail")).contains("撤回报到");
        assertThat(member.get(CLOSING).text("/code")).isEqualTo("REGISTRATION_PENDING");
        member.post("/api/registration/withdraw", Map.of());
        assertThat(member.post(CLOSING, Map.of("password", People.PASSWORD)).status())
                .isEqualTo(200);
    }
}

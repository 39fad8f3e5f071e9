package cn.tuanwu.api.account;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.api.Client;
import cn.tuanwu.api.Client.Answer;
import cn.tuanwu.api.FakePlatform;
import cn.tuanwu.api.People;
import cn.tuanwu.api.RunningApi;
import cn.tuanwu.api.Tables;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("story")
class AccountDoorTest {
    private final Client client = RunningApi.client();

    @AfterEach
    void thePlatformRecovers() {
        RunningApi.PLATFORM.recover();
    }

    @Test
    void aNewAccountIsBoundToTheMiniProgramAndSignedIn() {
        String phone = People.phone();
        Map<String, Object> wish = People.wish(phone, People.smsCode(phone));
        wish.put("loginCode", "code-" + phone);
        Answer made = client.post("/api/accounts", wish);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("/account/phone")).isEqualTo("139****" + phone.substring(7));
        assertThat(made.text("/account/university/name")).isEqualTo("南岭大学");
        assertThat(made.body()).doesNotContain(FakePlatform.SESSION_KEY);
        assertThat(made.header("X-Session")).isEqualTo(made.text("/session"));
        assertThat(openids("o-code-" + phone)).isEqualTo(1);
        Answer me = client.with(made.text("/session")).get("/api/me");
        assertThat(me.status()).isEqualTo(200);
        assertThat(me.json().get("registration").isNull()).isTrue();
        assertThat(me.text("/subscribeTemplates/0")).isEqualTo("tmpl-registration-result");
    }

    @Test
    void anAccountIsMadeThoughThePlatformIsBroken() {
        RunningApi.PLATFORM.breakDown();
        String phone = People.phone();
        Map<String, Object> wish = People.wish(phone, People.smsCode(phone));
        wish.put("loginCode", "code-" + phone);
        Answer made = client.post("/api/accounts", wish);
        assertThat(made.status()).isEqualTo(201);
        assertThat(openids("o-code-" + phone)).isZero();
        RunningApi.PLATFORM.recover();
        Answer signedIn = client.post(
                "/api/sessions", Map.of("phone", phone, "password", People.PASSWORD, "loginCode", "later-" + phone));
        assertThat(signedIn.status()).isEqualTo(201);
        assertThat(openids("o-later-" + phone)).isEqualTo(1);
    }

    @Test
    void aLoginCodeCannotSmuggleAParameterIntoThePlatformsAddress() {
        String phone = People.phone();
        Map<String, Object> wish = People.wish(phone, People.smsCode(phone));
        wish.put("loginCode", "x&appid=wxother");
        assertThat(client.post("/api/accounts", wish).status()).isEqualTo(201);
        assertThat(openids("o-x")).isZero();
    }

    @Test
    void aScanNobodyMadeBindsNothing() {
        String phone = People.phone();
        Map<String, Object> wish = People.wish(phone, People.smsCode(phone));
        wish.put("scan", "来自公众号");
        assertThat(client.post("/api/accounts", wish).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "password, short1, PASSWORD_WEAK",
        "password, 88888888, PASSWORD_WEAK",
        "password, tuanwu-2026-x, PASSWORD_WEAK",
        "universityId, 99, UNIVERSITY_UNKNOWN",
        "universityId, abc, UNIVERSITY_UNKNOWN",
        "phone, 1391000, PHONE_INVALID",
        "smsCode, 12, SMS_CODE_WRONG"
    })
    void aBadFieldIsToldBesideItAndNothingIsStored(String field, String value, String code) {
        String phone = People.phone();
        Map<String, Object> wish = People.wish(phone, People.smsCode(phone));
        wish.put(field, value);
        var before = Tables.counts();
        Answer refused = client.post("/api/accounts", wish);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.errors()).containsExactly(field + ":" + code);
        assertThat(refused.text("/errors/0/message")).matches(".*[\\u4e00-\\u9fff].*");
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.header("X-Session")).isNull();
        assertThat(Tables.counts()).isEqualTo(before);
    }

    @Test
    void allFaultsOfAnEmptyFormAreToldAtOnce() {
        var before = Tables.counts();
        Answer refused = client.post("/api/accounts", Map.of());
        assertThat(refused.errors())
                .containsExactly("phone:PHONE_INVALID", "password:PASSWORD_WEAK", "universityId:UNIVERSITY_UNKNOWN");
        assertThat(Tables.counts()).isEqualTo(before);
    }

    @Test
    void aTakenPhoneIsToldOnlyToWhoHoldsItsCode() {
        String phone = People.phone();
        People.member(phone);
        assertThat(client.post("/api/accounts", People.wish(phone, "000000")).code())
                .isEqualTo("SMS_CODE_EXPIRED");
        Tables.run(RunningApi.DATABASE, "UPDATE sms_pace SET last_at = '2026-01-01'");
        Answer refused = client.post("/api/accounts", People.wish(phone, People.smsCode(phone)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errors()).containsExactly("phone:PHONE_TAKEN");
    }

    @Test
    void theFifthWrongSmsCodeEndsTheRightOneToo() {
        String phone = People.phone();
        String right = People.smsCode(phone);
        String wrong = right.equals("111111") ? "222222" : "111111";
        for (int i = 0; i < 5; i++) {
            assertThat(client.post("/api/accounts", People.wish(phone, wrong)).code())
                    .isEqualTo("SMS_CODE_WRONG");
        }
        var before = Tables.counts();
        Answer refused = client.post("/api/accounts", People.wish(phone, right));
        assertThat(refused.errors()).containsExactly("smsCode:SMS_CODE_EXPIRED");
        assertThat(Tables.counts()).isEqualTo(before);
    }

    @Test
    void aSecondCodeWithinAMinuteIsRefused() {
        String phone = People.phone();
        People.smsCode(phone);
        Answer refused = client.post("/api/sms-codes", Map.of("phone", phone, "purpose", "REGISTER"));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("SMS_TOO_OFTEN");
    }

    @Test
    void aCodeForAnUnknownPurposeOrNoPhoneIsRefused() {
        assertThat(client.post("/api/sms-codes", Map.of("phone", People.phone(), "purpose", "X"))
                        .errors())
                .containsExactly("purpose:PURPOSE_UNKNOWN");
        assertThat(client.post("/api/sms-codes", Map.of("phone", "12", "purpose", "REGISTER"))
                        .errors())
                .containsExactly("phone:PHONE_INVALID");
    }

    @Test
    void aSessionOneMadeUpIsNotTakenOver() {
        String phone = People.phone();
        Answer made = client.with("chosen-by-me").post("/api/accounts", People.wish(phone, People.smsCode(phone)));
        assertThat(made.text("/session")).isNotEqualTo("chosen-by-me").hasSizeGreaterThan(30);
    }

    private static long openids(String openid) {
        return Tables.number("SELECT COUNT(*) FROM account_openid WHERE openid = '" + openid + "'");
    }
}

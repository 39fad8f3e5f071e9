package cn.tuanwu.api.account;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.api.Client;
import cn.tuanwu.api.Client.Answer;
import cn.tuanwu.api.People;
import cn.tuanwu.api.RunningApi;
import cn.tuanwu.api.Tables;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Product §2: codes, forgotten passwords, devices, WeChat's own sign-in. */
@Tag("registration")
class AccountSafetyTest {
    private static final String NEW_PASSWORD = "another-Willow-7";

    private final Client client = RunningApi.client();

    @Test
    @DisplayName("§2 two codes asked for at the same moment are one code")
    void twoSimultaneousSendsSendOnce() throws Exception {
        ExecutorService four = Executors.newFixedThreadPool(4);
        try {
            String phone = People.phone();
            long before = Tables.number("SELECT COUNT(*) FROM sms_code");
            CyclicBarrier gun = new CyclicBarrier(4);
            List<Future<Answer>> running = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                running.add(four.submit(() -> {
                    gun.await();
                    return client.post("/api/sms-codes", Map.of("phone", phone, "purpose", "REGISTER"));
                }));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Answer> one : running) {
                statuses.add(one.get().status());
            }
            assertThat(statuses).containsExactlyInAnyOrder(202, 429, 429, 429);
            assertThat(Tables.number("SELECT COUNT(*) FROM sms_code")).isEqualTo(before + 1);
        } finally {
            four.shutdownNow();
        }
    }

    /** Break: pass null for the address in SmsCodeController. */
    @Test
    @DisplayName("§2 one address asks for so many codes an hour, whatever the phones")
    void anAddressIsLimited() {
        for (int i = 0; i < 3; i++) {
            assertThat(askedFrom("203.0.113.7").status()).isEqualTo(202);
        }
        Answer refused = askedFrom("203.0.113.7");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("SMS_TOO_OFTEN");
        assertThat(askedFrom("203.0.113.8").status()).isEqualTo(202);
        assertThat(Tables.dump()).doesNotContain("203.0.113.7");
    }

    /** Break: send the code in PasswordDesk.sendCode whether or not there is an account, or keep none without one. */
    @Test
    @DisplayName("§2 a forgotten password: no answer tells whether there is an account")
    void aForgottenPasswordTellsNothing() {
        String known = People.phone();
        People.member(known);
        String nobody = People.phone();
        Tables.run(RunningApi.DATABASE, "UPDATE sms_pace SET last_at = '2000-01-01'");
        long pushes = Tables.number("SELECT COUNT(*) FROM outbox WHERE kind = 'SMS_CODE'");
        Answer forKnown = askedToReset(known);
        Answer forNobody = askedToReset(nobody);
        assertThat(forKnown.status()).isEqualTo(202);
        assertThat(forNobody.body()).isEqualTo(forKnown.body());
        assertThat(Tables.number("SELECT COUNT(*) FROM outbox WHERE kind = 'SMS_CODE'"))
                .as("only who has an account is sent one")
                .isEqualTo(pushes + 1);
        Answer wrong = reset(known, "000000", NEW_PASSWORD);
        assertThat(reset(nobody, "000000", NEW_PASSWORD).body()).isEqualTo(wrong.body());
        assertThat(askedToReset(nobody).body()).isEqualTo(askedToReset(known).body());
    }

    /** Break: leave devices.endAll out of PasswordDesk.set. */
    @Test
    @DisplayName("§2 a password set anew signs out everywhere and is the only one that counts")
    void aNewPasswordSignsOutEverywhere() {
        String phone = People.phone();
        Client member = People.member(phone);
        Tables.run(RunningApi.DATABASE, "UPDATE sms_pace SET last_at = '2000-01-01'");
        askedToReset(phone);
        String code = People.smsReceived(phone);
        assertThat(reset(phone, code, "tuanwu-2026-x").errors()).containsExactly("password:PASSWORD_WEAK");
        Map<String, Object> wish = Map.of("phone", phone, "smsCode", code, "password", NEW_PASSWORD);
        String key = Client.key();
        Answer done = client.post("/api/password-resets", wish, key);
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        assertThat(client.post("/api/password-resets", wish, key).body()).isEqualTo(done.body());
        assertThat(member.get("/api/me").code()).isEqualTo("NOT_SIGNED_IN");
        assertThat(signedIn(phone, People.PASSWORD).code()).isEqualTo("LOGIN_FAILED");
        assertThat(signedIn(phone, NEW_PASSWORD).status()).isEqualTo(201);
        assertThat(reset(phone, code, NEW_PASSWORD + "!").errors()).containsExactly("smsCode:SMS_CODE_EXPIRED");
    }

    @Test
    @DisplayName("§2 a code to register with resets no password")
    void acodeIsGoodForOnePurpose() {
        String phone = People.phone();
        People.member(phone);
        Tables.run(RunningApi.DATABASE, "UPDATE sms_pace SET last_at = '2000-01-01'");
        String code = People.smsCode(phone);
        assertThat(reset(phone, code, NEW_PASSWORD).errors()).containsExactly("smsCode:SMS_CODE_EXPIRED");
    }

    /** Break: let DeviceRows.seen overlook ended_at. */
    @Test
    @DisplayName("§2 devices are listed, signed out one by one and all at once")
    void devicesAreListedAndEnded() {
        String phone = People.phone();
        Client first = People.member(phone);
        Client second = client.with(signedIn(phone, People.PASSWORD).text("/session"));
        Answer list = second.get("/api/devices");
        assertThat(list.json().path("items")).hasSize(2);
        assertThat(list.text("/items/0/current")).isEqualTo("true");
        String other = list.text("/items/1/id");
        assertThat(People.member().delete("/api/devices/" + other).code()).isEqualTo("DEVICE_UNKNOWN");
        assertThat(second.delete("/api/devices/" + other).status()).isEqualTo(204);
        assertThat(first.get("/api/me").code()).isEqualTo("NOT_SIGNED_IN");
        assertThat(second.delete("/api/devices/" + other).status()).isEqualTo(404);
        Client third = client.with(signedIn(phone, People.PASSWORD).text("/session"));
        assertThat(third.delete("/api/devices").status()).isEqualTo(204);
        assertThat(second.get("/api/me").code()).isEqualTo("NOT_SIGNED_IN");
        assertThat(third.get("/api/me").code()).isEqualTo("NOT_SIGNED_IN");
    }

    @Test
    @DisplayName("§2 WeChat signs in whoever it is bound to, and nobody else")
    void weChatSignsInWhoeverItIsBoundTo() {
        String phone = People.phone();
        Map<String, Object> wish = People.wish(phone, People.smsCode(phone));
        wish.put("loginCode", "tap-" + phone);
        Answer made = client.post("/api/accounts", wish);
        // The platform names a user after the code: this code is of the user bound above, as a second one would be.
        Tables.run(
                RunningApi.DATABASE,
                "UPDATE account_openid SET openid = 'o-again-" + phone + "' WHERE openid = 'o-tap-" + phone + "'");
        Answer tapped = client.post("/api/sessions/wechat", Map.of("loginCode", "again-" + phone));
        assertThat(tapped.status()).as(tapped.body()).isEqualTo(201);
        assertThat(tapped.json().get("account")).isEqualTo(made.json().get("account"));
        assertThat(client.with(tapped.text("/session")).get("/api/me").status()).isEqualTo(200);
        Answer stranger = client.post("/api/sessions/wechat", Map.of("loginCode", "stranger-" + phone));
        assertThat(stranger.status()).isEqualTo(401);
        assertThat(stranger.code()).isEqualTo("WECHAT_NOT_BOUND");
        assertThat(client.post("/api/sessions/wechat", Map.of("loginCode", "again-" + phone))
                        .code())
                .isEqualTo("WECHAT_FAILED");
    }

    @Test
    @DisplayName("§2 the platform's phone consent makes an account without an SMS")
    void phoneConsentNeedsNoSms() {
        String phone = People.phone();
        Map<String, Object> wish =
                new HashMap<>(Map.of("phoneCode", "86-" + phone, "password", People.PASSWORD, "universityId", "1"));
        String key = Client.key();
        Answer made = client.post("/api/accounts", wish, key);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.text("/account/phone")).isEqualTo("139****" + phone.substring(7));
        Answer again = client.post("/api/accounts", wish, key);
        assertThat(again.json().get("account")).isEqualTo(made.json().get("account"));
        assertThat(client.post("/api/accounts", wish).errors()).containsExactly("phoneCode:PHONE_CONSENT_FAILED");
        wish.put("phoneCode", "852-51234567");
        assertThat(client.post("/api/accounts", wish).errors()).containsExactly("phoneCode:PHONE_INVALID");
    }

    private Answer askedFrom(String address) {
        String body = "{\"phone\":\"" + People.phone() + "\",\"purpose\":\"REGISTER\"}";
        return client.send(client.request("/api/sms-codes")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", Client.key())
                .header("X-Forwarded-For", address)
                .POST(BodyPublishers.ofString(body)));
    }

    private Answer askedToReset(String phone) {
        return client.post("/api/sms-codes", Map.of("phone", phone, "purpose", "RESET_PASSWORD"));
    }

    private Answer reset(String phone, String code, String password) {
        return client.post("/api/password-resets", Map.of("phone", phone, "smsCode", code, "password", password));
    }

    private Answer signedIn(String phone, String password) {
        return client.post("/api/sessions", Map.of("phone", phone, "password", password));
    }
}

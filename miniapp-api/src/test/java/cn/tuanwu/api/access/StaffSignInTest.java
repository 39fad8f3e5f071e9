package cn.tuanwu.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.api.Client;
import cn.tuanwu.api.Client.Answer;
import cn.tuanwu.api.People;
import cn.tuanwu.api.RunningApi;
import cn.tuanwu.api.Tables;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Operators at the console: by phone, by WeChat Work, for one organisation or several. */
@Tag("console")
class StaffSignInTest {
    private static final String SEAT = "/api/console/seat";

    // Break: in ConsoleSessionController.password, answer with arrival.in for a person.
    @Test
    void phoneAndPasswordAreFollowedByAnSms() {
        String phone = Gate.operator("OPERATOR", 1001);
        Answer known = Gate.password(phone, People.PASSWORD);
        assertThat(known.text("/next")).isEqualTo("SMS");
        assertThat(known.text("/phone")).contains("*");
        assertThat(known.text("/signedIn/session")).isNull();
        Answer in = Gate.bySms(phone);
        assertThat(in.status()).as(in.body()).isEqualTo(201);
        assertThat(in.text("/signedIn/account/role")).isEqualTo("OPERATOR");
        assertThat(in.text("/signedIn/account/organisation/id")).isEqualTo("1001");
        Client seated = Gate.PAGE.with(in.text("/signedIn/session"));
        assertThat(seated.get("/api/console/branches").status()).isEqualTo(200);
        assertThat(seated.get("/api/console/accounts").code()).isEqualTo("ROLE_INSUFFICIENT");
    }

    @Test
    void anSmsAloneOpensAnOperatorsSeatButIsSentToNobodyElse() {
        String phone = Gate.operator("OPERATOR", 1001);
        long before = sent();
        assertThat(Gate.PAGE
                        .post("/api/console/sessions/sms-codes", Map.of("phone", phone))
                        .status())
                .isIn(202, 429);
        Tables.run(RunningApi.DATABASE, "UPDATE sms_pace SET last_at = '2000-01-01'");
        Answer asked = Gate.PAGE.post("/api/console/sessions/sms-codes", Map.of("phone", phone));
        assertThat(asked.status()).isEqualTo(202);
        assertThat(sent()).isGreaterThan(before);
        Answer in = Gate.PAGE.post("/api/console/sessions/sms", Map.of("phone", phone, "smsCode", Gate.sms(phone)));
        assertThat(in.text("/next")).isEqualTo("NOTHING");
        String member = People.phone();
        People.member(member);
        Tables.run(RunningApi.DATABASE, "UPDATE sms_pace SET last_at = '2000-01-01'");
        long quiet = sent();
        Answer same = Gate.PAGE.post("/api/console/sessions/sms-codes", Map.of("phone", member));
        assertThat(same.body()).isEqualTo(asked.body());
        assertThat(sent()).isEqualTo(quiet);
    }

    @Test
    void aMemberWhoServesNowhereIsToldWhatToDo() {
        String phone = People.phone();
        People.member(phone);
        assertThat(Gate.password(phone, People.PASSWORD).code()).isEqualTo("NOT_ON_ROSTER");
        assertThat(Gate.password(phone, "wrong-password").code()).isEqualTo("LOGIN_FAILED");
    }

    // Break: in Sessions.moveTo, keep the request's session.
    @Test
    void whoServesSeveralChoosesOneAndMovesWithANewSession() {
        String phone = Gate.operator("OPERATOR", 1001, 1101);
        Answer choice = Gate.bySms(phone);
        assertThat(choice.text("/next")).isEqualTo("PLACE");
        assertThat(choice.json().path("places").size()).isEqualTo(2);
        String ticket = choice.text("/ticket");
        assertThat(place(ticket, "1002").code()).isEqualTo("ORGANISATION_UNKNOWN");
        Answer in = place(ticket, "1001");
        assertThat(in.status()).as(in.body()).isEqualTo(201);
        assertThat(place(ticket, "1101").code()).isEqualTo("STEP_EXPIRED");
        Client first = Gate.PAGE.with(in.text("/signedIn/session"));
        assertThat(first.get(SEAT).json().path("places").size()).isEqualTo(2);
        Answer moved = first.put(SEAT, Map.of("organisationId", "1101"));
        assertThat(moved.text("/account/organisation/id")).isEqualTo("1101");
        assertThat(moved.text("/session")).isNotEqualTo(first.session());
        assertThat(first.get(SEAT).code()).isEqualTo("NOT_SIGNED_IN");
        Client second = Gate.PAGE.with(moved.text("/session"));
        assertThat(second.get(SEAT).text("/account/organisation/id")).isEqualTo("1101");
        assertThat(second.put(SEAT, Map.of("organisationId", "1002")).code()).isEqualTo("SEAT_UNKNOWN");
    }

    // Break: in Sessions.seat, leave out the look at ROLE.
    @Test
    void anotherRoleOrNoneEndsTheSession() {
        String phone = Gate.operator("OPERATOR", 1001);
        Client seated = Gate.PAGE.with(Gate.bySms(phone).text("/signedIn/session"));
        assertThat(seated.get(SEAT).status()).isEqualTo(200);
        String staff = Long.toString(Gate.staffOf(phone));
        Tables.run(RunningApi.DATABASE, "UPDATE roster SET role = 'VIEWER' WHERE staff_id = " + staff);
        assertThat(seated.get(SEAT).code()).isEqualTo("NOT_SIGNED_IN");
        Client again = Gate.PAGE.with(Gate.bySms(phone).text("/signedIn/session"));
        Tables.run(RunningApi.DATABASE, "DELETE FROM roster WHERE staff_id = " + staff);
        assertThat(again.get(SEAT).code()).isEqualTo("NOT_SIGNED_IN");
    }

    // Break: in StaffSessionController.scanned, leave out the look at the state.
    @Test
    void scannedWithWeChatWorkItIsTheirSeatInThisBrowserOnly() {
        Answer begun = Gate.PAGE.get("/api/console/sessions/wecom");
        assertThat(begun.text("/address"))
                .startsWith("https://login.work.weixin.qq.com/wwlogin/sso/login?login_type=CorpApp&appid=wwtuanwudemo")
                .contains("redirect_uri=http%3A%2F%2F127.0.0.1%3A8080%2Fconsole%2F&state=" + begun.text("/state"))
                .doesNotContain(begun.text("/proof"));
        String code = "chenjing-" + Client.key();
        Answer others = Gate.PAGE.get("/api/console/sessions/wecom");
        assertThat(scanned(code, begun.text("/state"), others.text("/proof")).code())
                .isEqualTo("WORK_STATE_INVALID");
        Answer in = scanned(code, begun.text("/state"), begun.text("/proof"));
        assertThat(in.text("/signedIn/account/login")).isEqualTo("陈静");
        assertThat(in.text("/signedIn/account/role")).isEqualTo("ADMIN");
        assertThat(scanned("nobody-" + Client.key(), begun.text("/state"), begun.text("/proof"))
                        .code())
                .isEqualTo("NOT_ON_ROSTER");
    }

    @Test
    void ownSessionsAreListedAndEnded() {
        String phone = Gate.operator("OPERATOR", 1001);
        Client here = Gate.PAGE.with(Gate.bySms(phone).text("/signedIn/session"));
        Client there = Gate.PAGE.with(Gate.bySms(phone).text("/signedIn/session"));
        Answer list = here.get("/api/console/own-sessions");
        assertThat(list.json().path("items").size()).isEqualTo(2);
        assertThat(list.json().at("/items/0/here").asBoolean()).isFalse();
        String other = list.text("/items/0/id");
        assertThat(here.delete("/api/console/own-sessions/" + other).status()).isEqualTo(204);
        assertThat(there.get(SEAT).code()).isEqualTo("NOT_SIGNED_IN");
        assertThat(here.get(SEAT).status()).isEqualTo(200);
        assertThat(here.delete("/api/console/own-sessions/" + other).code()).isEqualTo("SESSION_UNKNOWN");
    }

    private static Answer place(String ticket, String organisation) {
        return Gate.PAGE.post("/api/console/sessions/place", Map.of("ticket", ticket, "organisationId", organisation));
    }

    private static Answer scanned(String code, String state, String proof) {
        return Gate.PAGE.post("/api/console/sessions/wecom", Map.of("code", code, "state", state, "proof", proof));
    }

    private static long sent() {
        return Tables.number("SELECT COUNT(*) FROM outbox WHERE kind = 'SMS_CODE'");
    }
}

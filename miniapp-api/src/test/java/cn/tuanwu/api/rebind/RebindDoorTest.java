package cn.tuanwu.api.rebind;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.api.Client;
import cn.tuanwu.api.Client.Answer;
import cn.tuanwu.api.People;
import cn.tuanwu.api.RunningApi;
import cn.tuanwu.api.Tables;
import cn.tuanwu.realname.RealName;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 换绑 and 更换手机号 over the wire: the ticket, the operator's page, the sessions. */
@Tag("registration")
class RebindDoorTest {
    private static final String WORK = "/api/work/reviews/";
    private final Client client = RunningApi.client();
    private final String oldPhone = People.phone();
    private final String newPhone = People.phone();
    private Client member;
    private Map<String, Object> profile;

    @BeforeEach
    void anApprovedMember() {
        member = People.member(oldPhone);
        profile = People.profile();
        Answer me = member.post("/api/registration/submit", profile);
        assertThat(me.status()).as(me.body()).isEqualTo(200);
        People.everyRealNameCheckIs(RealName.Result.MATCH);
        decided("zhangsan", task("t.registration_id = " + me.text("/registration/id")), "APPROVE");
    }

    /** Break: leave devices.endAll out of PhoneBinding.handOver. */
    @Test
    @DisplayName("§2 from the request to the new phone's sign-in; the old phone's session ends at once")
    void fromTheRequestToTheSignIn() {
        Answer opened = client.post("/api/rebindings", wish(newPhone, "欧阳·娜娜"));
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        assertThat(opened.text("/rebinding/oldPhone")).isEqualTo(masked(oldPhone));
        assertThat(opened.body()).doesNotContain("欧阳", oldPhone, newPhone, (String) profile.get("documentNumber"));
        String ticket = opened.text("/ticket");
        assertThat(state(ticket).text("/state")).isEqualTo("PENDING");
        assertThat(member.get("/api/me/rebinding").text("/rebinding/newPhone")).isEqualTo(masked(newPhone));
        String task = task("t.kind = 'REBINDING'");
        Answer detail = People.staff("lisi").get(WORK + task);
        assertThat(detail.text("/kind")).isEqualTo("REBINDING");
        assertThat(detail.text("/changes/0/before")).isEqualTo(masked(oldPhone));
        assertThat(detail.text("/changes/0/after")).isEqualTo(masked(newPhone));
        assertThat(detail.json().path("reasons").toString())
                .contains("NOT_APPLICANT")
                .doesNotContain("NO_RECORD");
        assertThat(People.staff("zhaomin").get(WORK + task).code()).isEqualTo("TASK_UNKNOWN");
        decided("lisi", task, "APPROVE");
        assertThat(member.get("/api/me").code()).as("signed out everywhere").isEqualTo("NOT_SIGNED_IN");
        assertThat(state(ticket).text("/state")).isEqualTo("APPROVED");
        String code = People.smsCode(newPhone, "RESET_PASSWORD");
        client.post("/api/password-resets", Map.of("phone", newPhone, "smsCode", code, "password", "new-Maple-77"));
        Client again = client.with(client.post("/api/sessions", Map.of("phone", newPhone, "password", "new-Maple-77"))
                .text("/session"));
        assertThat(again.get("/api/me").text("/registration/state")).isEqualTo("APPROVED");
        assertThat(again.get("/api/registration/certificate").text("/phone")).isEqualTo(masked(newPhone));
        assertThat(Tables.dump()).doesNotContain(ticket, newPhone, oldPhone);
    }

    /** Break: give the reason in another code for an unknown document. */
    @Test
    @DisplayName("§2 a wrong name and an unknown document are answered byte for byte alike, after like work")
    void wrongPairsAreAlike() {
        Map<String, Object> wrongName = wish(People.phone(), "王小二");
        Map<String, Object> nobody = wish(People.phone(), "欧阳·娜娜");
        nobody.put("documentNumber", People.profile().get("documentNumber"));
        Answer one = client.post("/api/rebindings", wrongName);
        Answer other = client.post("/api/rebindings", nobody);
        assertThat(one.status()).isEqualTo(422);
        assertThat(one.code()).isEqualTo("REBIND_NO_MATCH");
        assertThat(withoutTrace(one)).isEqualTo(withoutTrace(other));
        assertThat(member.get("/api/me/rebinding").text("/rebinding")).isNull();
    }

    /** Break: leave out once.earlier in RebindController.open. */
    @Test
    @DisplayName(
            "§2 a repeated request is one request and the same ticket; an old ticket or a guessed one opens nothing")
    void repeatedItIsOne() {
        Map<String, Object> wish = wish(newPhone, "欧阳•娜娜");
        String key = Client.key();
        Answer opened = client.post("/api/rebindings", wish, key);
        assertThat(client.post("/api/rebindings", wish, key).body()).isEqualTo(opened.body());
        assertThat(client.post("/api/rebindings", wish).errors())
                .as("the code is used up")
                .containsExactly("smsCode:SMS_CODE_EXPIRED");
        String ticket = opened.text("/ticket");
        assertThat(state("x" + ticket.substring(1)).code()).isEqualTo("REBIND_UNKNOWN");
        assertThat(client.get("/api/rebindings/current").code()).isEqualTo("REBIND_UNKNOWN");
        Answer gone = client.post("/api/rebindings/withdraw", Map.of("ticket", ticket));
        assertThat(gone.text("/state")).isEqualTo("WITHDRAWN");
        assertThat(client.post("/api/rebindings/withdraw", Map.of("ticket", ticket))
                        .code())
                .isEqualTo("REBIND_MOVED_ON");
    }

    @Test
    @DisplayName("§2 whoever is signed in to the account says no, and nothing else may change before")
    void theOwnerSaysNo() {
        Answer opened = client.post("/api/rebindings", wish(newPhone, "欧阳·娜娜"));
        assertThat(member.post("/api/registration/edits", Map.of("unit", "别处")).code())
                .isEqualTo("REBIND_PENDING");
        assertThat(member.post("/api/me/phone", phoneWish(People.phone(), People.PASSWORD))
                        .code())
                .isEqualTo("REBIND_PENDING");
        assertThat(member.post("/api/me/rebinding/refusal", Map.of()).text("/state"))
                .isEqualTo("REFUSED");
        assertThat(state(opened.text("/ticket")).text("/next")).contains("拒绝");
        assertThat(member.post("/api/registration/edits", Map.of("unit", "别处")).status())
                .isEqualTo(200);
    }

    /** Break: leave devices.endOthers out of MyPhoneController.change. */
    @Test
    @DisplayName("§2 who knows the password changes the phone without asking; other devices are signed out")
    void theOwnerChangesThePhone() {
        Client elsewhere =
                client.with(client.post("/api/sessions", Map.of("phone", oldPhone, "password", People.PASSWORD))
                        .text("/session"));
        assertThat(member.post("/api/me/phone", phoneWish(newPhone, "wrong-Birch-42"))
                        .errors())
                .containsExactly("password:PASSWORD_WRONG");
        assertThat(member.post("/api/me/phone", phoneWish(oldPhone, People.PASSWORD))
                        .errors())
                .containsExactly("phone:NOTHING_CHANGED");
        String taken = People.phone();
        People.member(taken);
        assertThat(member.post("/api/me/phone", phoneWish(taken, People.PASSWORD))
                        .errors())
                .containsExactly("phone:PHONE_TAKEN");
        Answer changed = member.post("/api/me/phone", phoneWish(newPhone, People.PASSWORD));
        assertThat(changed.text("/phone")).as(changed.body()).isEqualTo(masked(newPhone));
        assertThat(elsewhere.get("/api/me").code()).isEqualTo("NOT_SIGNED_IN");
        assertThat(member.get("/api/me").text("/account/phone")).isEqualTo(masked(newPhone));
        assertThat(client.post("/api/sessions", Map.of("phone", oldPhone, "password", People.PASSWORD))
                        .code())
                .isEqualTo("LOGIN_FAILED");
        assertThat(Tables.rows("SELECT receiver FROM outbox WHERE kind = 'REBINDING_NOTICE' ORDER BY id DESC LIMIT 2"))
                .containsExactlyInAnyOrder("OLD-CHANGED", "NEW-CHANGED");
    }

    private Map<String, Object> wish(String phone, String name) {
        Map<String, Object> wish = new HashMap<>();
        wish.put("phone", phone);
        wish.put("smsCode", People.smsCode(phone, "REBIND"));
        wish.put("name", name);
        wish.put("documentKind", "RESIDENT_ID");
        wish.put("documentNumber", profile.get("documentNumber"));
        return wish;
    }

    private static Map<String, Object> phoneWish(String phone, String password) {
        return Map.of("phone", phone, "smsCode", People.smsCode(phone, "CHANGE_PHONE"), "password", password);
    }

    private Answer state(String ticket) {
        return client.send(client.request("/api/rebindings/current")
                .header("X-Ticket", ticket)
                .GET());
    }

    private static String task(String which) {
        return Long.toString(Tables.number("SELECT MAX(t.id) FROM review_task t WHERE t.state = 'OPEN' AND " + which));
    }

    private static void decided(String userid, String task, String decision) {
        Answer answer = People.staff(userid).post(WORK + task + "/decision", Map.of("decision", decision));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static String withoutTrace(Answer answer) {
        return answer.body().replaceAll("\"(trace|instance)\":\"[^\"]*\"", "");
    }

    private static String masked(String phone) {
        return phone.substring(0, 3) + "****" + phone.substring(7);
    }
}

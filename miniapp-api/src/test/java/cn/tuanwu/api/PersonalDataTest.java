package cn.tuanwu.api;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.api.Client.Answer;
import cn.tuanwu.realname.RealName;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Plants a person, lets them live through the doors, and looks for them where nobody may find them. */
@Tag("story")
@ExtendWith(OutputCaptureExtension.class)
class PersonalDataTest {
    private static final String NAME = "司徒·𬱖明";

    private final Client client = RunningApi.client();
    private final List<Answer> answers = new ArrayList<>();
    private final String phone = People.phone();
    private final String document = People.residentId(LocalDate.of(2004, 7, 9));

    @Test
    void aPersonIsFoundNeitherInTheLogNorInTheTablesNorInAnyError(CapturedOutput log) {
        Client member = registered();
        submittedWithTrouble(member);
        People.everyRealNameCheckIs(RealName.Result.MATCH);
        answers.add(member.get("/api/me"));
        answers.add(member.post("/api/registration/withdraw", Map.of()));

        assertThat(log.getAll()).doesNotContain(phone, document, NAME, People.PASSWORD, FakePlatform.SESSION_KEY);
        assertThat(log.getAll()).doesNotContain(member.session(), "fake-token", "sandbox-miniapp-secret");
        String dump = Tables.dump();
        assertThat(dump)
                .as("names rest in clear and the bytes of the dump are read right")
                .contains(NAME);
        assertThat(dump).doesNotContain(phone, document, People.PASSWORD, FakePlatform.SESSION_KEY, member.session());
        assertThat(answers).allSatisfy(answer -> assertThat(answer.body())
                .doesNotContain(phone, document, People.PASSWORD, FakePlatform.SESSION_KEY));
        assertThat(answers.stream().filter(answer -> answer.status() >= 400))
                .hasSizeGreaterThan(5)
                .allSatisfy(answer -> assertThat(answer.body()).doesNotContain(NAME));
    }

    private Client registered() {
        answers.add(client.post("/api/accounts", People.wish(phone, "000000")));
        Map<String, Object> wish = People.wish(phone, People.smsCode(phone));
        wish.put("loginCode", Client.key());
        Answer made = client.post("/api/accounts", wish);
        assertThat(made.status()).isEqualTo(201);
        answers.add(made);
        answers.add(client.post("/api/sms-codes", Map.of("phone", phone, "purpose", "REGISTER")));
        answers.add(client.post("/api/sessions", Map.of("phone", phone, "password", "wrong-" + document)));
        answers.add(client.send("POST", "/api/sessions", "{\"phone\":\"" + phone + "\"", Client.key()));
        answers.add(client.get("/api/" + phone + "/" + document));
        return client.with(made.text("/session"));
    }

    private void submittedWithTrouble(Client member) {
        Map<String, Object> profile = People.profile();
        profile.put("name", NAME);
        profile.put("documentNumber", document);
        // The member's own draft is shown to the member as typed; it must not be found anywhere else.
        assertThat(new String(member.put("/api/registration", profile).bytes(), StandardCharsets.UTF_8))
                .contains(document);
        profile.put("joinMonth", "2001-01");
        answers.add(member.post("/api/registration/submit", profile));
        profile.put("joinMonth", List.of(document));
        answers.add(member.post("/api/registration/submit", profile));
        profile.put("joinMonth", "2019-05");
        String key = Client.key();
        answers.add(member.post("/api/registration/submit", profile, key));
        answers.add(member.post("/api/registration/submit", profile, key));
        answers.add(member.get("/api/registration"));
        answers.add(People.member().post("/api/registration/submit", profile));
        answers.add(People.committee("sx-tuanwei").post("/api/console/members/search", Map.of()));
        answers.addAll(asOperator(member.get("/api/me").text("/registration/id")));
        answers.add(member.post("/api/registration/submit", profile));
    }

    private static List<Answer> asOperator(String registration) {
        Client staff = People.staff("zhangsan");
        String review = "/api/work/reviews/"
                + Tables.number(
                        "SELECT id FROM review_task WHERE state = 'OPEN' AND registration_id = " + registration);
        return List.of(
                staff.get("/api/work/reviews"),
                staff.get(review),
                staff.post(review + "/decision", Map.of("decision", "APPROVE")));
    }
}

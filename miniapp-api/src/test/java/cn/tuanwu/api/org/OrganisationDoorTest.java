package cn.tuanwu.api.org;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.api.Authenticator;
import cn.tuanwu.api.Client;
import cn.tuanwu.api.Client.Answer;
import cn.tuanwu.api.People;
import cn.tuanwu.api.RunningApi;
import cn.tuanwu.api.Tables;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The tree and its operators as the console's pages ask for them. */
@Tag("console")
class OrganisationDoorTest {
    private static final String PATH = "/api/console/organisations";

    private final Client maths = People.committee("sx-tuanwei");
    private final Client physics = People.committee("wl-tuanwei");

    // Break: in TreeController.find, leave out isWithin.
    @Test
    void whatIsElsewhereDoesNotExist() {
        assertThat(maths.get(PATH).text("/items/0/id")).isEqualTo("100");
        assertThat(maths.get(PATH + "/1001").text("/node/code")).isEqualTo("4401010001");
        for (String elsewhere : List.of("101", "1101", "10", "1", "0", "none")) {
            assertThat(unknown(maths.get(PATH + "/" + elsewhere))).as(elsewhere).isTrue();
            assertThat(unknown(maths.get(PATH + "/" + elsewhere + "/children"))).isTrue();
            assertThat(unknown(maths.get(PATH + "/" + elsewhere + "/operators")))
                    .isTrue();
            for (String deed : List.of("close", "take-over-code", "operators/204/remove")) {
                assertThat(unknown(maths.post(PATH + "/" + elsewhere + "/" + deed, Map.of())))
                        .as(deed)
                        .isTrue();
            }
        }
        assertThat(maths.get(PATH + "?q=物理").json().path("items")).isEmpty();
        assertThat(maths.get(PATH + "?anywhere=true&q=物理").json().path("items")).isNotEmpty();
    }

    @Test
    void aBranchIsMadeRenamedAndClosed() {
        Answer made = maths.post(
                PATH,
                Map.of(
                        "parentId", "100",
                        "name", "南岭大学数学学院门类试验团支部",
                        "shortName", "试验团支部",
                        "kind", "BRANCH",
                        "code", "T-DOOR"));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String path = PATH + "/" + made.text("/id");
        Answer twice = maths.post(
                PATH, Map.of("parentId", "100", "name", "另一个", "shortName", "另一个", "kind", "BRANCH", "code", "T-DOOR"));
        assertThat(twice.text("/errors/0/code")).isEqualTo("ORGANISATION_CODE_TAKEN");
        assertThat(maths.post(path + "/rename", Map.of("name", "新名", "shortName", "新名"))
                        .text("/state"))
                .isEqualTo("DONE");
        Answer own = maths.post(PATH + "/100/rename", Map.of("name", "数学", "shortName", "数学", "reason", "更名"));
        assertThat(own.text("/state")).isEqualTo("ASKED");
        Answer asked = maths.get("/api/console/changes?box=asked");
        assertThat(asked.text("/items/0/state")).isEqualTo("PENDING");
        String change = "/api/console/changes/" + asked.text("/items/0/id");
        assertThat(physics.post(change + "/withdraw", Map.of()).code()).isEqualTo("CHANGE_UNKNOWN");
        assertThat(maths.post(change + "/agree", Map.of()).code()).isEqualTo("CHANGE_UNKNOWN");
        assertThat(maths.post(change + "/withdraw", Map.of()).text("/state")).isEqualTo("WITHDRAWN");
        assertThat(maths.post(path + "/close", Map.of()).status()).isEqualTo(200);
        assertThat(maths.post(path + "/close", Map.of()).code()).isEqualTo("ORGANISATION_CLOSED");
    }

    // Break: in TakeOverRows.endAdmins, end none.
    @Test
    void aTakeOverEndsTheSessionsOfTheFormerAccount() {
        Answer made = maths.post(
                PATH,
                Map.of("parentId", "100", "name", "接管试验", "shortName", "接管试验", "kind", "BRANCH", "code", "T-TAKE"));
        String path = PATH + "/" + made.text("/id");
        Client first = takeOver(path, "take-first");
        assertThat(first.get(PATH).text("/items/0/id")).isEqualTo(made.text("/id"));
        Client second = takeOver(path, "take-second");
        assertThat(first.get(PATH).status()).isEqualTo(401);
        assertThat(second.get(PATH).status()).isEqualTo(200);
        Answer wrong = RunningApi.client()
                .post(
                        "/api/console/take-overs",
                        Map.of("code", "ABCDEFGH", "login", "take-third", "password", People.PASSWORD));
        assertThat(wrong.code()).isEqualTo("TAKE_OVER_FAILED");
    }

    // Break: in OperatorController.view, leave out masked.
    @Test
    void whoeverHasAnAccountIsMadeAnOperatorByPhone() {
        String phone = People.phone();
        Map<String, String> wish = Map.of("phone", phone, "name", "吴起", "role", "OPERATOR");
        assertThat(maths.post(PATH + "/1003/operators", wish).text("/errors/0/code"))
                .isEqualTo("PHONE_NOT_REGISTERED");
        People.member(phone);
        assertThat(maths.post(PATH + "/1003/operators", Map.of("phone", phone, "role", "OPERATOR"))
                        .text("/errors/0/code"))
                .isEqualTo("NAME_INVALID");
        Answer added = maths.post(PATH + "/1003/operators", wish);
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(added.text("/weCom")).isEqualTo("SEEKING");
        Answer list = maths.get("/api/console/operators");
        assertThat(list.body()).contains("吴起", phone.substring(0, 3) + "****").doesNotContain(phone);
        assertThat(physics.get("/api/console/operators").body()).doesNotContain("吴起");
        String place = PATH + "/1003/operators/" + added.text("/id");
        assertThat(maths.post(place + "/role", Map.of("role", "VIEWER")).text("/role"))
                .isEqualTo("VIEWER");
        assertThat(maths.post(place + "/remove", Map.of()).status()).isEqualTo(200);
        assertThat(maths.post(place + "/remove", Map.of()).code()).isEqualTo("NOT_OPERATOR");
        Tables.run(RunningApi.DATABASE, "DELETE FROM outbox WHERE kind = 'STAFF_USERID'");
    }

    private Client takeOver(String path, String login) {
        Answer code = maths.post(path + "/take-over-code", Map.of());
        assertThat(code.status()).as(code.body()).isEqualTo(201);
        Answer taken = RunningApi.client()
                .post(
                        "/api/console/take-overs",
                        Map.of("code", code.text("/code"), "login", login, "password", People.PASSWORD));
        assertThat(taken.status()).as(taken.body()).isEqualTo(201);
        return RunningApi.client().with(Authenticator.signIn(login, People.PASSWORD));
    }

    private static boolean unknown(Answer answer) {
        return answer.status() == 404 && answer.code().equals("ORGANISATION_UNKNOWN");
    }
}

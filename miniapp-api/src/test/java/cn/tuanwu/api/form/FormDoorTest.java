package cn.tuanwu.api.form;

import static cn.tuanwu.api.form.Desk.FORMS;
import static cn.tuanwu.api.form.Desk.handIn;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.api.Client;
import cn.tuanwu.api.Client.Answer;
import cn.tuanwu.api.People;
import cn.tuanwu.api.RunningApi;
import cn.tuanwu.api.Tables;
import cn.tuanwu.api.form.Desk.Person;
import cn.tuanwu.api.form.Desk.Sheet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Volunteer forms at the console once they are there: lists, pages, taking along, taking back, packing. */
@Tag("forms")
class FormDoorTest {
    private static final Client committee = People.committee("sx-tuanwei");
    private static final Client viewer = People.committee("sx-viewer");
    private static final Client others = People.committee("wl-tuanwei");
    private static Person member;
    private static String form;

    @BeforeAll
    static void someoneHasAForm() {
        member = Desk.member("周有书");
        form = handIn(committee, new Sheet(member.file(), Papers.good(3))).text("/items/0/form");
        assertThat(form).isNotNull();
    }

    @Test
    void whoMayLookSeesListHistoryAndMarkedPagesAndTheAuditKnows() {
        Answer list = viewer.post(FORMS + "/search", Map.of("which", "FORMAL", "name", "周有书"));
        assertThat(list.text("/items/0/registrationId")).as(list.body()).isEqualTo(member.registration());
        assertThat(list.text("/items/0/phone")).matches("139\\*{4}[0-9]{4}");
        Answer history = viewer.get("/api/console/members/" + member.registration() + "/forms");
        assertThat(history.text("/member")).isEqualTo("周有书");
        assertThat(history.text("/items/0/state")).isEqualTo("FORMAL");
        assertThat(history.text("/items/0/filedBy")).isEqualTo("数学学院团委");
        assertThat(viewer.get(FORMS + "/" + form).text("/form/pages")).isEqualTo("3");
        Answer page = viewer.get(FORMS + "/" + form + "/pages/2?width=500");
        assertThat(page.bytes()).startsWith(0xff, 0xd8);
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(Tables.number("SELECT COUNT(*) FROM audit WHERE action = 'form.viewed' AND subject_id = " + form
                        + " AND actor = 'org-account:312'"))
                .isEqualTo(1);
        for (String none : List.of("0", "4", "x", "99999999999")) {
            assertThat(viewer.get(FORMS + "/" + form + "/pages/" + none).code()).isEqualTo("FORM_UNKNOWN");
        }
    }

    @Test
    void whoOnlyLooksNeitherTakesAlongNorPacks() {
        assertThat(viewer.post(FORMS + "/" + form + "/link", Map.of()).code()).isEqualTo("ROLE_INSUFFICIENT");
        assertThat(viewer.post(FORMS + "/zips", Map.of()).code()).isEqualTo("ROLE_INSUFFICIENT");
        assertThat(viewer.post(FORMS + "/exports", Map.of()).code()).isEqualTo("ROLE_INSUFFICIENT");
        assertThat(viewer.post(FORMS + "/" + form + "/withdraw", Map.of()).code())
                .isEqualTo("ROLE_INSUFFICIENT");
    }

    /** Break: in FormDesk.link, find the form without the caller. */
    @Test
    void anotherCommitteesFormIsLikeNone() {
        for (String id : List.of(form, "12345", "none")) {
            assertThat(others.get(FORMS + "/" + id).code()).isEqualTo("FORM_UNKNOWN");
            assertThat(others.get(FORMS + "/" + id + "/pages/1").code()).isEqualTo("FORM_UNKNOWN");
            assertThat(others.post(FORMS + "/" + id + "/link", Map.of()).code()).isEqualTo("FORM_UNKNOWN");
            assertThat(others.post(FORMS + "/" + id + "/withdraw", Map.of()).code())
                    .isEqualTo("FORM_UNKNOWN");
        }
        assertThat(others.get("/api/console/members/" + member.registration() + "/forms")
                        .code())
                .isEqualTo("MEMBER_UNKNOWN");
        assertThat(others.post(FORMS + "/search", Map.of("organisation", "1001"))
                        .code())
                .isEqualTo("ORGANISATION_UNKNOWN");
        assertThat(others.post(FORMS + "/zips", Map.of("registrationIds", List.of(member.registration())))
                        .code())
                .isEqualTo("MEMBER_UNKNOWN");
    }

    /** Break: in FileController, leave a header out; in FileLinks.read, do not look at the time. */
    @Test
    void anAddressLendsTheFileWithoutASessionAndHarmlessly() {
        Answer lent = committee.post(FORMS + "/" + form + "/link", Map.of());
        String address = lent.text("/address");
        assertThat(address).startsWith("/api/files/").doesNotContain("周", member.phone(), form);
        assertThat(Tables.number(
                        "SELECT COUNT(*) FROM audit WHERE action = 'form.downloaded' AND subject_id = " + form))
                .isPositive();
        Answer file = RunningApi.client().get(address);
        assertThat(file.bytes()).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(file.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(file.header("Content-Disposition")).startsWith("attachment").contains("filename*=UTF-8''");
        assertThat(file.header("Cache-Control")).contains("no-store");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.response().headers().allValues("Content-Security-Policy"))
                .contains("sandbox");
        for (String wrong : List.of("x", address.substring(11, 40), address.substring(11) + "A")) {
            assertThat(RunningApi.client().get("/api/files/" + wrong).status()).isEqualTo(410);
        }
    }

    @Test
    void whatWaitsIsTakenBackByWhoSentItAndTheFormalOneStays() {
        Person other = Desk.member("郑换新");
        assertThat(handIn(committee, new Sheet(other.file(), Papers.good(1))).text("/items/0/outcome"))
                .isEqualTo("FILED");
        String second =
                handIn(committee, new Sheet(other.file(), Papers.good(2))).text("/items/0/form");
        assertThat(People.committee("sx-operator")
                        .post(FORMS + "/" + second + "/withdraw", Map.of())
                        .code())
                .isEqualTo("FORM_NOT_YOURS");
        String key = Client.key();
        Answer back = committee.post(FORMS + "/" + second + "/withdraw", Map.of(), key);
        assertThat(back.text("/state")).isEqualTo("WITHDRAWN");
        assertThat(committee
                        .post(FORMS + "/" + second + "/withdraw", Map.of(), key)
                        .body())
                .isEqualTo(back.body());
        assertThat(committee.post(FORMS + "/" + second + "/withdraw", Map.of()).code())
                .isEqualTo("FORM_MOVED_ON");
        assertThat(committee
                        .get("/api/console/members/" + other.registration() + "/forms")
                        .text("/items/1/state"))
                .isEqualTo("FORMAL");
    }

    /** Break: in FormZip, give the job the caller's whole subtree instead of the wish. */
    @Test
    void theChosenArePackedUnderTheirNamesWholeAndAudited() throws IOException {
        Person second = Desk.member("吴·打包");
        handIn(committee, new Sheet(second.file(), Papers.good(2)));
        Answer begun = committee.post(
                FORMS + "/zips", Map.of("registrationIds", List.of(member.registration(), second.registration())));
        assertThat(begun.status()).as(begun.body()).isEqualTo(201);
        String job = "/api/console/jobs/" + begun.text("/id");
        Awaitility.await().until(() -> "DONE".equals(committee.get(job).text("/state")));
        assertThat(committee.get(job).text("/message")).isEqualTo("共 2 份志愿书。");
        Map<String, byte[]> packed = entries(committee.get(job + "/file").bytes());
        assertThat(packed).containsOnlyKeys(member.file(), second.file());
        assertThat(packed.values())
                .allSatisfy(one -> assertThat(one).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII)));
        assertThat(Tables.number("SELECT COUNT(*) FROM audit WHERE action = 'form.downloaded' AND detail = 'file'"
                        + " AND subject_id = " + form))
                .isEqualTo(1);
        assertThat(others.get(job + "/file").status()).isEqualTo(404);
    }

    @Test
    void theListOfWhoLacksOneIsASheet() {
        Desk.member("冯没交");
        Answer begun = committee.post(FORMS + "/exports", Map.of("which", "MISSING", "organisation", "1001"));
        assertThat(begun.status()).as(begun.body()).isEqualTo(201);
        String job = "/api/console/jobs/" + begun.text("/id");
        Awaitility.await().until(() -> "DONE".equals(committee.get(job).text("/state")));
        assertThat(committee.get(job).text("/message")).matches("已导出 [1-9][0-9]* 名团员。");
        assertThat(committee.post(FORMS + "/search", Map.of("which", "NONE")).errors())
                .containsExactly("which:FILTER_INVALID");
    }

    @Test
    void theCountsAreOfTheSubtree() {
        Answer counts = committee.get(FORMS + "/counts");
        assertThat(counts.json().path("formal").asInt()).isPositive();
        assertThat(counts.body()).contains("\"below\":[{", "2301");
        assertThat(others.get(FORMS + "/counts?organisation=1001").code()).isEqualTo("ORGANISATION_UNKNOWN");
    }

    private static Map<String, byte[]> entries(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }
}

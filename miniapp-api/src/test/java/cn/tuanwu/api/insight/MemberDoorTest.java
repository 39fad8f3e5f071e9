package cn.tuanwu.api.insight;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.api.Client;
import cn.tuanwu.api.Client.Answer;
import cn.tuanwu.api.People;
import cn.tuanwu.api.RunningApi;
import cn.tuanwu.api.Tables;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 我的团员 over the wire. */
@Tag("console")
class MemberDoorTest {
    private final Client committee = People.committee("sx-tuanwei");
    private final Client others = People.committee("wl-tuanwei");

    @Test
    void theListIsMaskedAndTheCallersOwn() {
        String phone = People.phone();
        Map<String, Object> profile = submitted(phone);
        String document = (String) profile.get("documentNumber");
        Answer list = committee.post("/api/console/members/search", Map.of("number", document));
        assertThat(list.status()).as(list.body()).isEqualTo(200);
        assertThat(list.body()).contains("139****" + phone.substring(7), "欧阳·娜娜", document.substring(14), "资料待审核");
        assertThat(list.body()).doesNotContain(phone, document);
        assertThat(others.post("/api/console/members/search", Map.of("number", document))
                        .json()
                        .get("items")
                        .size())
                .isZero();
        assertThat(committee
                        .post("/api/console/members/total", Map.of("number", document))
                        .text("/text"))
                .isEqualTo("1");
        String id = list.text("/items/0/id");
        assertThat(committee.get("/api/console/members/" + id).text("/history/0/what"))
                .isEqualTo("提交报到");
        assertThat(others.get("/api/console/members/" + id).code()).isEqualTo("MEMBER_UNKNOWN");
    }

    @Test
    void anImpossibleFilterIsRefusedBesideItsField() {
        assertThat(committee
                        .post("/api/console/members/search", Map.of("joinFrom", "2020-13"))
                        .errors())
                .containsExactly("joinFrom:FILTER_INVALID");
        assertThat(committee
                        .post("/api/console/members/search", Map.of("state", "x' OR 1=1"))
                        .errors())
                .containsExactly("state:FILTER_INVALID");
        assertThat(committee
                        .post("/api/console/members/search", Map.of("organisation", "101"))
                        .code())
                .isEqualTo("ORGANISATION_UNKNOWN");
    }

    @Test
    void aNumberIsToldToWhoSaysWhyAndMayDecide() {
        String phone = People.phone();
        String path = "/api/console/members/" + idOf(submitted(phone)) + "/reveal";
        assertThat(committee
                        .post(path, Map.of("field", "PHONE", "reason", "CONTACT"))
                        .text("/value"))
                .isEqualTo(phone);
        assertThat(committee.post(path, Map.of("field", "PHONE")).errors()).containsExactly("reason:REASON_MISSING");
        assertThat(others.post(path, Map.of("field", "PHONE", "reason", "CONTACT"))
                        .status())
                .isEqualTo(404);
        assertThat(People.committee("sx-viewer").post(path, Map.of()).status()).isEqualTo(403);
    }

    /** Break: append the audit line apart from the count, or after the value was read. */
    @Test
    void withoutItsAuditLineNothingIsRevealed() {
        String phone = People.phone();
        String id = idOf(submitted(phone));
        long before = Tables.number("SELECT COALESCE(SUM(used), 0) FROM reveal_count");
        Tables.run(RunningApi.DATABASE, "RENAME TABLE audit TO audit_away");
        try {
            Answer answer = committee.post(
                    "/api/console/members/" + id + "/reveal", Map.of("field", "PHONE", "reason", "CONTACT"));
            assertThat(answer.status()).isGreaterThanOrEqualTo(500);
            assertThat(answer.body()).doesNotContain(phone);
        } finally {
            Tables.run(RunningApi.DATABASE, "RENAME TABLE audit_away TO audit");
        }
        assertThat(Tables.number("SELECT COALESCE(SUM(used), 0) FROM reveal_count"))
                .isEqualTo(before);
    }

    /** Break: write value() for inlineString() in MemberWorkbook, or leave the filter out of the job. */
    @Test
    void anExportIsAJobWhoseFileHoldsTheFilterMasked() throws IOException {
        String phone = People.phone();
        Map<String, Object> profile = submitted(phone);
        String document = (String) profile.get("documentNumber");
        String job = committee
                .post("/api/console/members/exports", Map.of("number", document))
                .text("/id");
        List<List<String>> sheet = sheet(fetched(job));
        assertThat(sheet).hasSize(2);
        assertThat(sheet.get(1))
                .contains("欧阳·娜娜", "139****" + phone.substring(7))
                .doesNotContain(phone, document);
        assertThat(others.get("/api/console/jobs/" + job).code()).isEqualTo("JOB_UNKNOWN");
        assertThat(others.get("/api/console/jobs/" + job + "/file").status()).isEqualTo(404);
    }

    @Test
    void onlyAnAdminExportsInClearAndWithAReason() throws IOException {
        String phone = People.phone();
        Map<String, Object> profile = submitted(phone);
        Map<String, Object> filter = Map.of("number", profile.get("documentNumber"));
        assertThat(committee
                        .post("/api/console/members/exports/clear", Map.of("filter", filter))
                        .errors())
                .containsExactly("reason:REASON_MISSING");
        String job = committee
                .post("/api/console/members/exports/clear", Map.of("filter", filter, "reason", "INSPECTION"))
                .text("/id");
        assertThat(sheet(fetched(job)).get(1)).contains(phone, (String) profile.get("documentNumber"));
        assertThat(Tables.rows("SELECT detail FROM audit WHERE action = 'members.exported' ORDER BY id DESC LIMIT 1"))
                .containsExactly("clear INSPECTION");
    }

    private static Map<String, Object> submitted(String phone) {
        Map<String, Object> profile = People.profile();
        Answer answer = People.member(phone).post("/api/registration/submit", profile);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return profile;
    }

    private String idOf(Map<String, Object> profile) {
        return committee
                .post("/api/console/members/search", Map.of("number", profile.get("documentNumber")))
                .text("/items/0/id");
    }

    private byte[] fetched(String job) {
        Awaitility.await().until(() -> committee.get("/api/console/jobs/" + job).text("/state"), "DONE"::equals);
        return committee.get("/api/console/jobs/" + job + "/file").bytes();
    }

    private static List<List<String>> sheet(byte[] file) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file));
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            return rows.map(row -> row.stream()
                            .peek(cell -> assertThat(cell.getType()).isEqualTo(CellType.STRING))
                            .map(cell -> cell.getText())
                            .toList())
                    .toList();
        }
    }
}

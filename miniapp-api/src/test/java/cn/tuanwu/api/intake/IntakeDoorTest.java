package cn.tuanwu.api.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.api.Client;
import cn.tuanwu.api.Client.Answer;
import cn.tuanwu.api.People;
import cn.tuanwu.api.Tables;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.awaitility.Awaitility;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 批量导入 over the wire, with real sheets. */
@Tag("console")
class IntakeDoorTest {
    private static final List<String> HEAD =
            List.of("手机号码", "姓名*", "所在高校", "团支部", "证件类型", "证件号码", "入团年月", "民族", "政治面貌", "全日制学历", "职业", "发展团员编号");

    private final Client committee = People.committee("sx-tuanwei");

    /** Break: leave the error file out of IntakeWork. */
    @Test
    void aSheetIsCheckedConfirmedAndBroughtInAndItsFaultsComeBackAsASheet() throws IOException {
        String phone = People.phone();
        byte[] sheet = sheet(List.of(HEAD, line(phone, "4401010001"), line(People.phone(), "没有的支部")));
        Answer handedIn = handIn(sheet);
        assertThat(handedIn.status()).as(handedIn.body()).isEqualTo(201);
        String intake = "/api/console/intakes/" + handedIn.text("/id");
        Answer checked = ended(handedIn.text("/job"));
        assertThat(checked.text("/message")).isEqualTo("检查完成：1 行可以导入，1 行有错误。");
        assertThat(committee.get(intake).text("/faults/0/text")).contains("没有这个团支部");
        assertThat(People.committee("wl-tuanwei").get(intake).code()).isEqualTo("INTAKE_UNKNOWN");
        Answer confirmed = committee.post(intake + "/confirm", Map.of());
        Answer done = ended(confirmed.text("/job"));
        assertThat(done.text("/message")).isEqualTo("导入完成：1 人已提交报到，1 行没有导入。");
        assertThat(committee.post(intake + "/confirm", Map.of()).code()).isEqualTo("INTAKE_NOT_CHECKED");
        List<List<String>> faulty = rows(committee
                .get("/api/console/jobs/" + confirmed.text("/job") + "/file")
                .bytes());
        assertThat(faulty.get(0)).contains("姓名*", "错误原因");
        assertThat(faulty.get(1).toString()).contains("第 3 行：", "没有这个团支部");
        assertThat(committee
                        .post("/api/console/members/search", Map.of("phone", phone))
                        .text("/items/0/stateLabel"))
                .isEqualTo("资料待审核");
        assertThat(Tables.dump()).doesNotContain(phone);
    }

    @Test
    void theTemplateIsASheetThatLacksOnlyPeople() throws IOException {
        byte[] template = committee.get("/api/console/intakes/template.xlsx").bytes();
        assertThat(rows(template).get(0)).contains("姓名*", "团支部*", "发展团员编号");
        assertThat(handIn(template).code()).isEqualTo("SHEET_EMPTY");
    }

    @Test
    void whatIsNoSheetIsRefused() throws IOException {
        assertThat(handIn("no zip".getBytes(StandardCharsets.UTF_8)).code()).isEqualTo("SHEET_UNREADABLE");
        assertThat(handIn(zip(
                                "[Content_Types].xml",
                                "<!DOCTYPE x [<!ENTITY a 'b'>]><x/>".getBytes(StandardCharsets.UTF_8)))
                        .code())
                .isEqualTo("SHEET_UNREADABLE");
        assertThat(handIn(sheet(List.of(List.of("姓名", "手机号码")))).code()).isEqualTo("SHEET_COLUMNS");
        assertThat(handIn(new byte[11 * 1024 * 1024]).status()).isEqualTo(413);
    }

    /** Break: leave the bytes out of SafeZip's sum. */
    @Test
    void aFileThatUnfoldsToTooMuchIsRefusedBeforeItDoes() throws IOException {
        assertThat(handIn(zip("xl/worksheets/sheet1.xml", new byte[80 * 1024 * 1024]))
                        .code())
                .isEqualTo("SHEET_UNREADABLE");
    }

    private Answer handIn(byte[] file) {
        return committee.send(committee
                .request("/api/console/intakes")
                .header("Idempotency-Key", Client.key())
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(file)));
    }

    private Answer ended(String job) {
        String path = "/api/console/jobs/" + job;
        Awaitility.await().until(() -> committee.get(path).text("/state"), "DONE"::equals);
        return committee.get(path);
    }

    private static List<String> line(String phone, String branch) {
        return List.of(
                phone,
                "欧阳明",
                "南岭大学",
                branch,
                "居民身份证",
                People.residentId(LocalDate.of(2004, 5, 6)),
                "201905",
                "汉族",
                "03",
                "21",
                "06",
                String.valueOf(People.profile().get("memberNumber")));
    }

    private static byte[] sheet(List<List<String>> rows) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(file, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("团员");
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    sheet.value(row, column, rows.get(row).get(column));
                }
            }
        }
        return file.toByteArray();
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return file.toByteArray();
    }

    private static List<List<String>> rows(byte[] file) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file));
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            return rows.map(row -> row.stream()
                            .map(cell -> cell == null ? "" : cell.getText())
                            .toList())
                    .toList();
        }
    }
}

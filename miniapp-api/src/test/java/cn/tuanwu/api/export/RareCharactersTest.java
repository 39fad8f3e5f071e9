package cn.tuanwu.api.export;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.Client;
import cn.tuanwu.api.Client.Answer;
import cn.tuanwu.api.People;
import cn.tuanwu.api.RunningApi;
import cn.tuanwu.api.Tables;
import cn.tuanwu.realname.RealName;
import cn.tuanwu.registration.RegistrationBook;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.ReviewDesk;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.redis.core.StringRedisTemplate;

/** A name with characters beyond the BMP, from the form through every store into every file. */
@Tag("registration")
class RareCharactersTest {
    private static final String[] FILES = {"/api/me/export.pdf", "/api/me/export.xlsx", "/api/registration/card.png"};

    /** Breaks: connect the database with utf8mb3; append a char instead of a code point in Paper.lines. */
    @ParameterizedTest
    @ValueSource(strings = {"𬱖·阿卜杜拉", "𠮷野", "李〇", "张䶮"})
    void aRareNameStaysItselfFromTheFormToEveryFile(String name) throws Exception {
        Client member = approved(name);
        assertThat(member.get("/api/registration").text("/profile/name")).isEqualTo(name);
        assertThat(member.get("/api/registration/certificate").text("/name")).isEqualTo(name);

        String text = text(member.get(FILES[0]).bytes());
        assertThat(text).contains("我的资料", name, "报到资料", "提交报到", "已通过");
        Map<String, String> sheet = sheet(member.get(FILES[1]).bytes(), "报到资料");
        assertThat(sheet).containsEntry("姓名", name).containsEntry("证件类型", "居民身份证");
        assertThat(sheet.get("证件号码")).matches("440\\*{11}[0-9X]{4}");
        BufferedImage card =
                ImageIO.read(new ByteArrayInputStream(member.get(FILES[2]).bytes()));
        assertThat(card.getWidth()).isEqualTo(CardPicture.WIDTH);
        assertThat(card.getRGB(640, 20) & 0xFFFFFF).as("a red header").isEqualTo(0xC8161D);
    }

    /** The draft rests in the database, the answer to a key beside it, the session in Redis. */
    @Test
    void aRareNameComesBackFromTheDraftFromAReplayAndFromRedis() {
        String name = "𬱖·阿卜杜拉";
        Client member = People.member();
        Map<String, Object> draft = People.profileWith("name", name);
        String key = Client.key();
        Answer first = member.send("PUT", "/api/registration", json(draft), key);
        Answer again = member.send("PUT", "/api/registration", json(draft), key);
        assertThat(first.text("/profile/name")).isEqualTo(name);
        assertThat(again.bytes()).isEqualTo(first.bytes());
        assertThat(member.get("/api/registration").text("/profile/name")).isEqualTo(name);
        StringRedisTemplate redis = RunningApi.bean(StringRedisTemplate.class);
        redis.opsForValue().set("test:rare", name);
        assertThat(redis.opsForValue().get("test:rare")).isEqualTo(name);
        redis.delete("test:rare");
    }

    @Test
    void aReviewerSeesTheFirstCharacterWhole() {
        Client member = People.member();
        assertThat(member.post("/api/registration/submit", People.profileWith("name", "𬱖·阿卜杜拉"))
                        .status())
                .isEqualTo(200);
        long registration = Long.parseLong(member.get("/api/me").text("/registration/id"));
        assertThat(RunningApi.bean(RegistrationBook.class)
                        .sheet(registration)
                        .orElseThrow()
                        .name())
                .isEqualTo("𬱖***");
    }

    @Test
    void filesAreNamedInChineseKeptByNobodyAndLeaveNothingBehind() throws Exception {
        Client member = approved("欧阳·娜娜");
        List<Path> before = temporary();
        for (String file : FILES) {
            Answer answer = member.get(file);
            assertThat(answer.status()).as(file).isEqualTo(200);
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.header("Content-Disposition"))
                    .startsWith("attachment")
                    .contains("filename*=UTF-8''%E");
        }
        assertThat(temporary()).containsAll(List.of()).hasSizeLessThanOrEqualTo(before.size());
    }

    @Test
    void theCardIsForMembersOnlyAndTheCopyForEverybody() {
        Client member = People.member();
        assertThat(member.get(FILES[2]).code()).isEqualTo("NOT_APPROVED");
        assertThat(member.get(FILES[2]).status()).isEqualTo(409);
        assertThat(member.get(FILES[0]).status()).isEqualTo(200);
        assertThat(member.get(FILES[1]).status()).isEqualTo(200);
        for (String file : FILES) {
            assertThat(RunningApi.client().get(file).code()).isEqualTo("NOT_SIGNED_IN");
        }
    }

    @Test
    void noFileHoldsAWholeNumber() throws Exception {
        Map<String, Object> profile = People.profile();
        Client member = People.member();
        member.put("/api/registration", profile);
        String document = (String) profile.get("documentNumber");
        assertThat(text(member.get(FILES[0]).bytes())).doesNotContain(document).contains(document.substring(14));
        assertThat(sheet(member.get(FILES[1]).bytes(), "报到资料").get("证件号码"))
                .doesNotContain(document)
                .endsWith(document.substring(14));
    }

    private static Client approved(String name) {
        Client member = People.member();
        Answer submitted = member.post("/api/registration/submit", People.profileWith("name", name));
        assertThat(submitted.status()).as(submitted.body()).isEqualTo(200);
        People.everyRealNameCheckIs(RealName.Result.MATCH);
        long task = Tables.number("SELECT id FROM review_task WHERE state = 'OPEN' AND registration_id = "
                + submitted.text("/registration/id"));
        RunningApi.bean(ReviewDesk.class).decideOnPhone(new Caller.Staff(201, "张三"), task, new Decision.Approve());
        assertThat(member.get("/api/me").text("/registration/state")).isEqualTo("APPROVED");
        return member;
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static Map<String, String> sheet(byte[] xlsx, String name) throws IOException {
        Map<String, String> cells = new java.util.HashMap<>();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            for (Row row : book.findSheet(name).orElseThrow().read()) {
                cells.put(row.getCellText(0), row.getCellText(1));
            }
        }
        return cells;
    }

    private static String json(Map<String, Object> body) {
        return new tools.jackson.databind.json.JsonMapper().writeValueAsString(body);
    }

    private static List<Path> temporary() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().matches("(?i).*(pdfbox|imageio|xlsx|\\+~JF).*"))
                    .toList();
        }
    }
}

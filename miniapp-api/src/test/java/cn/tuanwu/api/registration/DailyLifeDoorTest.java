package cn.tuanwu.api.registration;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.api.Client;
import cn.tuanwu.api.Client.Answer;
import cn.tuanwu.api.People;
import cn.tuanwu.api.RunningApi;
import cn.tuanwu.api.Tables;
import cn.tuanwu.realname.RealName.Result;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A member's days after the approval: messages, help, and pictures for a correction. */
@Tag("registration")
class DailyLifeDoorTest {
    private final Client anyone = RunningApi.client();

    /** Break: in ReviewPages.photo, open the picture whatever the task. */
    @Test
    void aPictureIsSeenByWhoDecidesTheCorrectionAndByNobodyElse() throws IOException {
        Client member = approved();
        String key = Client.key();
        Answer kept = handIn(member, picture(), "image/png", key);
        assertThat(kept.status()).as(kept.body()).isEqualTo(201);
        assertThat(handIn(member, picture(), "image/png", key).body()).isEqualTo(kept.body());
        String photo = kept.text("/id");
        Answer asked = member.post(
                "/api/registration/corrections",
                Map.of("changes", Map.of("name", "欧阳鸣"), "evidence", "户口簿", "photos", List.of(photo)));
        assertThat(asked.status()).as(asked.body()).isEqualTo(200);
        String task = Tables.number("SELECT id FROM review_task WHERE kind = 'CORRECTION' AND registration_id = "
                        + asked.text("/registration/id"))
                + "";
        Client superior = People.staff("chenjing");
        Answer detail = superior.get("/api/work/reviews/" + task);
        assertThat(detail.text("/photos/0")).isEqualTo(photo);
        assertThat(detail.text("/changes/0/after")).isEqualTo("欧阳鸣");
        String path = "/api/work/reviews/" + task + "/photos/" + photo;
        Answer seen = superior.get(path);
        assertThat(seen.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(seen.header("Cache-Control")).contains("no-store");
        assertThat(seen.bytes()).startsWith(0xff, 0xd8);
        assertThat(People.staff("zhangsan").get(path).code()).isEqualTo("TASK_UNKNOWN");
        assertThat(superior.get("/api/work/reviews/" + task + "/photos/1").code())
                .isEqualTo("TASK_UNKNOWN");
    }

    /** Break: in WholeBody, let every body be as large as a picture; or no picture be. */
    @Test
    void aPictureMayBeLargerThanAFormAndNotLargerThanFiveMegabytes() {
        Client member = approved();
        assertThat(handIn(member, new byte[300_000], "image/jpeg", Client.key()).code())
                .isEqualTo("PHOTO_INVALID");
        assertThat(handIn(member, new byte[5 * 1024 * 1024 + 1], "image/jpeg", Client.key())
                        .code())
                .isEqualTo("BODY_TOO_LARGE");
        assertThat(handIn(member, "GIF89a".getBytes(), "image/gif", Client.key())
                        .code())
                .isEqualTo("PHOTO_INVALID");
        Answer form = member.put("/api/registration", Map.of("unit", "好".repeat(100_000)));
        assertThat(form.code()).isEqualTo("BODY_TOO_LARGE");
    }

    @Test
    void whatWasDecidedIsToldAndReadOnce() {
        Client member = approved();
        Answer told = member.get("/api/me/messages");
        assertThat(told.text("/unread")).isEqualTo("1");
        assertThat(told.text("/items/0/title")).isEqualTo("报到通过");
        assertThat(told.text("/items/0/text")).contains("张三 审核通过了您的报到");
        assertThat(told.text("/next")).isNull();
        Answer read = member.post("/api/me/messages/read", Map.of("upTo", told.text("/items/0/id")));
        assertThat(read.text("/unread")).isEqualTo("0");
        assertThat(member.get("/api/me/messages").text("/items/0/unread")).isEqualTo("false");
        assertThat(member.get("/api/me/messages?before=none").json().path("items"))
                .isEmpty();
    }

    @Test
    void anyoneMayReadWhatIsOftenAsked() {
        Answer asked = anyone.get("/api/faq");
        assertThat(asked.header("Cache-Control")).contains("public", "max-age=300");
        assertThat(asked.body()).contains("撤回", "入团志愿书");
    }

    private static Client approved() {
        Client member = People.member();
        Answer submitted = member.post("/api/registration/submit", People.profile());
        assertThat(submitted.status()).as(submitted.body()).isEqualTo(200);
        People.everyRealNameCheckIs(Result.MATCH);
        long task = Tables.number(
                "SELECT id FROM review_task WHERE registration_id = " + submitted.text("/registration/id"));
        Answer decided =
                People.staff("zhangsan").post("/api/work/reviews/" + task + "/decision", Map.of("decision", "APPROVE"));
        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
        return member;
    }

    private static Answer handIn(Client member, byte[] body, String type, String key) {
        return member.send(member.request("/api/registration/photos")
                .header("Content-Type", type)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofByteArray(body)));
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}

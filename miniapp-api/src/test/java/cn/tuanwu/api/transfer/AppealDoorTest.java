package cn.tuanwu.api.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.api.Client;
import cn.tuanwu.api.Client.Answer;
import cn.tuanwu.api.People;
import cn.tuanwu.api.RunningApi;
import cn.tuanwu.api.Tables;
import cn.tuanwu.realname.RealName;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 申诉 over the wire. */
@Tag("transfers")
class AppealDoorTest {
    private static final String MINE = "/api/me/transfers";
    private Client member;
    private String registration;

    @BeforeEach
    void anApprovedMember() {
        member = People.member();
        registration = member.post("/api/registration/submit", People.profile()).text("/registration/id");
        People.everyRealNameCheckIs(RealName.Result.MATCH);
        decided("zhangsan", "APPROVE", Map.of());
    }

    /**
     * Break: in AppealController, leave out once; in ReviewEvidence, look at the edit alone; in EvidenceDesk.viewed, no
     * audit; let ReviewPages.isAbout or ConsoleReviewPages.isTheirs say yes to everybody.
     */
    @Test
    @DisplayName("§9 words and pictures reach who decides and nobody else; once, however often it is sent")
    void wordsAndPicturesReachWhoDecides() throws IOException {
        String one =
                MINE + "/" + member.post(MINE, MyTransferDoorTest.to("1101")).text("/id");
        decided("zhangsan", "RETURN", Map.of("reason", "OTHER", "note", "请先交清团费"));
        assertThat(member.get(one).json().path("canAppeal").asBoolean()).isTrue();
        String photo = handedIn(picture()).text("/id");
        String key = Client.key();
        Map<String, Object> body = Map.of("words", "团费已于九月交清", "photos", List.of(photo));
        Answer appealed = member.post(one + "/appeal", body, key);
        assertThat(appealed.text("/appeal/state")).as(appealed.body()).isEqualTo("OPEN");
        assertThat(appealed.json().path("canAppeal").asBoolean()).isFalse();
        assertThat(member.post(one + "/appeal", body, key).body()).isEqualTo(appealed.body());
        assertThat(member.post(one + "/appeal", body).code()).isEqualTo("APPEAL_ONCE");
        assertThat(People.member().post(one + "/appeal", body).code()).isEqualTo("TRANSFER_UNKNOWN");
        assertThat(Tables.dump()).doesNotContain("团费已于九月交清");

        String task = "/api/work/reviews/" + task();
        Answer page = People.staff("chenjing").get(task);
        assertThat(page.text("/kind")).isEqualTo("APPEAL");
        assertThat(page.text("/evidence")).isEqualTo("团费已于九月交清");
        assertThat(page.body()).contains("请先交清团费", "退回方");
        assertThat(page.text("/photos/0")).isEqualTo(photo);
        assertThat(People.staff("chenjing").get(task + "/photos/" + photo).status())
                .isEqualTo(200);
        assertThat(People.staff("zhaomin").get(task + "/photos/" + photo).code())
                .isEqualTo("TASK_UNKNOWN");
        assertThat(Tables.rows("SELECT actor FROM audit WHERE action = 'evidence-photo.viewed' AND detail = 'photo:"
                        + photo + "'"))
                .containsExactly("staff:203");
        decided("chenjing", "APPROVE", Map.of());
        Answer on = member.get(one);
        assertThat(on.text("/state")).isEqualTo("OPEN");
        assertThat(on.text("/appeal/label")).isEqualTo("申诉成立");
        assertThat(on.json().path("nodes").findValuesAsString("state"))
                .containsExactly("AGREED", "CURRENT", "AHEAD", "AHEAD");
        String desk = task.replace("work", "console");
        Client committee = People.committee("sx-tuanwei");
        assertThat(committee.get(desk).text("/evidence")).isEqualTo("团费已于九月交清");
        assertThat(committee.get(desk + "/photos/" + photo).status()).isEqualTo(200);
        arrivesElsewhere();
        for (Answer later : List.of(
                People.staff("chenjing").get(task),
                People.committee("sx-tuanwei").get(desk))) {
            assertThat(later.status()).as(later.body()).isEqualTo(200);
            assertThat(later.body()).doesNotContain("团费已于九月交清", photo, "转接原因", "退回方");
        }
        assertThat(committee.get(desk + "/photos/" + photo).code()).isEqualTo("TASK_UNKNOWN");
        assertThat(People.staff("chenjing").get(task + "/photos/" + photo).code())
                .isEqualTo("TASK_UNKNOWN");
    }

    /** The rest of the way to 1101. */
    private void arrivesElsewhere() {
        decided("chenjing", "APPROVE", Map.of());
        decided("zhaomin", "APPROVE", Map.of());
        Answer last = People.committee("wl-tuanwei")
                .post("/api/console/reviews/" + task() + "/decision", Map.of("decision", "APPROVE"));
        assertThat(last.status()).as(last.body()).isEqualTo(200);
        assertThat(Tables.number("SELECT branch_id FROM registration WHERE id = " + registration))
                .isEqualTo(1101);
    }

    /**
     * Break: in ReviewPages.isWhole, let an appeal be whole; show the cautions of whatever sheet there is; in
     * ConsoleReviewPages.taken, look at transferId alone.
     */
    @Test
    @DisplayName("§9 who takes decides an appeal by name and masked document; neither phone nor warnings are theirs")
    void whoTakesDecidesByNameAndDocument() {
        Tables.run(RunningApi.DATABASE, "UPDATE registration SET join_month = '2018-03' WHERE id = " + registration);
        String one =
                MINE + "/" + member.post(MINE, MyTransferDoorTest.to("1101")).text("/id");
        assertThat(People.staff("zhangsan").get("/api/work/reviews/" + task()).text("/warnings/0"))
                .contains("未满 14 周岁");
        decided("zhangsan", "APPROVE", Map.of());
        decided("chenjing", "APPROVE", Map.of());
        sees("zhaomin");
        decided("zhaomin", "RETURN", Map.of("reason", "OTHER", "note", "没有联系过我们"));
        assertThat(member.post(one + "/appeal", Map.of("words", "已电话联系", "photos", List.of()))
                        .status())
                .isEqualTo(200);
        sees("zhaomin");
        Answer desk = People.committee("wl-tuanwei").get("/api/console/reviews/" + task());
        assertThat(desk.text("/line/name")).as(desk.body()).startsWith("欧阳");
        assertThat(desk.text("/line/documentNumber")).contains("*");
        assertThat(desk.text("/line/phone")).isNull();
        Tables.run(
                RunningApi.DATABASE, "INSERT INTO roster (organisation_id, staff_id, role) VALUES (101, 205, 'ADMIN')");
        try {
            sees("sunwei");
        } finally {
            Tables.run(RunningApi.DATABASE, "DELETE FROM roster WHERE organisation_id = 101 AND staff_id = 205");
        }
    }

    /** Break: in ReviewPages.detail, ask nobody whether they are concerned. */
    @Test
    @DisplayName("§9 who sent it back does not see more by the appeal, also below one superior")
    void whoSentItBackSeesNoMoreByTheAppeal() {
        String one =
                MINE + "/" + member.post(MINE, MyTransferDoorTest.to("1002")).text("/id");
        decided("zhangsan", "APPROVE", Map.of());
        decided("zhaomin", "RETURN", Map.of("reason", "OTHER", "note", "没有联系过我们"));
        assertThat(member.post(one + "/appeal", Map.of("words", "已电话联系", "photos", List.of()))
                        .status())
                .isEqualTo(200);
        sees("zhaomin");
        assertThat(People.staff("chenjing").get("/api/work/reviews/" + task()).text("/person/phone"))
                .contains("*");
    }

    private void sees(String userid) {
        Answer page = People.staff(userid).get("/api/work/reviews/" + task());
        assertThat(page.text("/person/name")).as(page.body()).isEqualTo("欧***");
        assertThat(page.text("/person/document")).contains("*");
        assertThat(page.text("/person/phone")).isNull();
        assertThat(page.text("/person/joinMonth")).isNull();
        assertThat(page.json().path("warnings")).isEmpty();
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private Answer handedIn(byte[] picture) {
        return member.send(member.request("/api/registration/photos")
                .header("Content-Type", "image/jpeg")
                .header("Idempotency-Key", Client.key())
                .POST(HttpRequest.BodyPublishers.ofByteArray(picture)));
    }

    private long task() {
        return Tables.number(
                "SELECT MAX(id) FROM review_task WHERE state = 'OPEN' AND registration_id = " + registration);
    }

    private void decided(String userid, String decision, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("decision", decision);
        Answer answer = People.staff(userid).post("/api/work/reviews/" + task() + "/decision", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
}

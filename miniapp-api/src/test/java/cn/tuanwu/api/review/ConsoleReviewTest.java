package cn.tuanwu.api.review;

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
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 资料审核 at the console: list, detail, one, many, 线下通过. */
@Tag("console")
class ConsoleReviewTest {
    private static final String ALL = "/api/console/reviews";
    private static final Map<String, String> APPROVE = Map.of("decision", "APPROVE");
    private static final Map<String, String> RETURN = Map.of("decision", "RETURN", "reason", "NO_RECORD");

    private final Client committee = People.committee("sx-tuanwei");
    private final Client member = People.member();
    private final Map<String, Object> profile = People.profile();
    private String task;

    @BeforeEach
    void someoneSubmits() {
        task = submitted(member, profile);
    }

    @Test
    void theListHoldsTheSubtreeAndMasksDocumentAndPhone() {
        Answer one = committee.get(ALL + "?size=100&kind=REGISTRATION&after=" + (Long.parseLong(task) - 1));
        assertThat(one.text("/items/0/id")).isEqualTo(task);
        assertThat(one.text("/items/0/name")).isEqualTo("欧阳·娜娜");
        assertThat(one.text("/items/0/phone")).matches("139\\*{4}[0-9]{4}");
        assertThat(one.text("/items/0/documentNumber")).startsWith("440").contains("***********");
        assertThat(one.json().at("/items/0/canReturn").asBoolean()).isTrue();
        assertThat(People.committee("wl-tuanwei").get(ALL + "?size=100").body()).doesNotContain(task);
        assertThat(People.committee("wl-tuanwei")
                        .get(ALL + "?organisation=1001")
                        .body())
                .contains("\"items\":[]");
    }

    /** Break: in PendingRows.longestWaiting, leave out the comparison with after. */
    @Test
    void theListIsReadPageByPageAndNothingTwice() {
        for (int i = 0; i < 4; i++) {
            submitted(People.member(), People.profile());
        }
        Set<String> seen = new HashSet<>();
        String after = "0";
        while (after != null) {
            Answer page = committee.get(ALL + "?size=3&after=" + after);
            page.json().path("items").forEach(item -> assertThat(
                            seen.add(item.path("id").asString()))
                    .isTrue());
            after = page.text("/next");
        }
        assertThat(seen)
                .contains(task)
                .hasSize(committee.get(ALL).json().path("count").asInt());
    }

    /** Break: in PendingRows.WITHIN, leave out one of the tests. */
    @Test
    void theListIsFilteredByKindCheckOrganisationAndAge() {
        assertThat(listed("kind=EDIT")).doesNotContain(task);
        assertThat(listed("realName=PASSED")).doesNotContain(task);
        assertThat(listed("realName=CHECKING")).contains(task);
        assertThat(listed("organisation=1002")).doesNotContain(task);
        assertThat(listed("organisation=1001")).contains(task);
        assertThat(listed("olderThanHours=24")).doesNotContain(task);
        Tables.run(
                RunningApi.DATABASE,
                "UPDATE review_task SET opened_at = opened_at - INTERVAL 25 HOUR WHERE id = " + task);
        assertThat(listed("olderThanHours=24")).contains(task);
    }

    @Test
    void theDetailHoldsEveryFieldAndNothingInClear() {
        Answer detail = committee.get(ALL + "/" + task);
        assertThat(detail.body()).contains("\"label\":\"民族\",\"value\":\"汉族\"", "所在支部");
        assertThat(detail.text("/line/realName/text")).contains("72 小时内");
        assertThat(detail.body()).doesNotContain((String) profile.get("documentNumber"));
        assertThat(detail.text("/line/phone")).contains("****");
        assertThat(detail.json().path("reasons").size()).isPositive();
    }

    @Test
    void aDecisionIsOneAndTheOthersHearWhose() {
        People.everyRealNameCheckIs(RealName.Result.MATCH);
        String key = Client.key();
        Answer decided = committee.post(ALL + "/" + task + "/decision", APPROVE, key);
        assertThat(decided.text("/decided/text")).matches("已由 数学学院团委 于 \\d\\d:\\d\\d 同意");
        assertThat(committee.post(ALL + "/" + task + "/decision", APPROVE, key).body())
                .isEqualTo(decided.body());
        Answer late = People.staff("lisi").post("/api/work/reviews/" + task + "/decision", RETURN);
        assertThat(late.code()).isEqualTo("ALREADY_DECIDED");
        assertThat(late.text("/detail")).isEqualTo(decided.text("/decided/text"));
        assertThat(member.get("/api/me").text("/registration/decidedBy")).isEqualTo("数学学院团委");
    }

    /** Break: in ReviewDesk.decideAtConsole, find the task without the caller. */
    @Test
    void anotherCommitteesReviewIsLikeNone() {
        Client stranger = People.committee("wl-tuanwei");
        for (String id : List.of(task, "12345", "none")) {
            assertThat(stranger.get(ALL + "/" + id).status()).isEqualTo(404);
            assertThat(stranger.get(ALL + "/" + id + "/photos/1").status()).isEqualTo(404);
            assertThat(stranger.post(ALL + "/" + id + "/decision", APPROVE).status())
                    .isEqualTo(404);
            assertThat(stranger.post(
                                    ALL + "/" + id + "/offline-pass",
                                    Map.of("explanation", "x", "photos", List.of("1")))
                            .status())
                    .isEqualTo(404);
        }
        assertThat(committee.get(ALL + "/" + task).text("/state")).isEqualTo("OPEN");
    }

    @Test
    void whoOnlyLooksDecidesNothing() {
        Client viewer = People.committee("sx-viewer");
        Answer seen = viewer.get(ALL + "/" + task);
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.json().at("/line/canReturn").asBoolean()).isFalse();
        assertThat(seen.text("/line/why")).isEqualTo("您的角色只能查看，不能审核。");
        assertThat(viewer.post(ALL + "/" + task + "/decision", RETURN).code()).isEqualTo("ROLE_INSUFFICIENT");
    }

    /** As the page does it: each by itself, four at a time. Break: in ReviewTaskRows.decide, leave out the state. */
    @Test
    void ofManyAtOnceEachHasItsOwnOutcome() throws Exception {
        int size = "full".equals(System.getProperty("proof")) ? 50 : 10;
        List<String> many = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            many.add(submitted(People.member(), People.profile()));
        }
        Client zhang = People.staff("zhangsan");
        many.subList(0, 3).forEach(done -> assertThat(zhang.post("/api/work/reviews/" + done + "/decision", RETURN)
                        .status())
                .isEqualTo(200));
        List<Callable<Answer>> calls = many.stream()
                .<Callable<Answer>>map(id -> () -> committee.post(ALL + "/" + id + "/decision", RETURN))
                .toList();
        var pool = Executors.newFixedThreadPool(4);
        List<Answer> answers = new ArrayList<>();
        for (Future<Answer> answer : pool.invokeAll(calls)) {
            answers.add(answer.get());
        }
        pool.shutdown();
        assertThat(answers.subList(0, 3)).allSatisfy(late -> {
            assertThat(late.code()).isEqualTo("ALREADY_DECIDED");
            assertThat(late.text("/detail")).matches("已由 张三 于 \\d\\d:\\d\\d 退回");
        });
        assertThat(answers.subList(3, size))
                .allSatisfy(done -> assertThat(done.status()).isEqualTo(200));
        assertThat(Tables.number("SELECT COUNT(*) FROM outbox WHERE kind = 'MEMBER_RESULT' AND subject_id IN ("
                        + String.join(",", many) + ")"))
                .isEqualTo(size);
    }

    /** Break: in ConsoleReviewPages.photo, answer without the audit; in OfflineDesk.take, attach nothing. */
    @Test
    void aFailedCheckIsPassedOfflineWithWordsAndPicturesThatReviewersSeeAndTheAuditKnows() {
        People.everyRealNameCheckIs(RealName.Result.MISMATCH);
        People.everyRealNameCheckIs(RealName.Result.MISMATCH);
        String pass = ALL + "/" + task + "/offline-pass";
        assertThat(committee.post(ALL + "/" + task + "/decision", APPROVE).text("/detail"))
                .contains("线下通过");
        assertThat(committee
                        .post(pass, Map.of("explanation", " ", "photos", List.of()))
                        .errors())
                .containsExactly("explanation:EXPLANATION_MISSING");
        assertThat(committee
                        .post(pass, Map.of("explanation", "已核对", "photos", List.of()))
                        .errors())
                .containsExactly("photos:PHOTO_MISSING");
        assertThat(committee
                        .post(pass, Map.of("explanation", "已核对", "photos", List.of("77")))
                        .errors())
                .containsExactly("photos:PHOTO_UNKNOWN");
        String photo = photo(committee);
        Answer passed = committee.post(pass, Map.of("explanation", "已核对身份证原件", "photos", List.of(photo)));
        assertThat(passed.status()).as(passed.body()).isEqualTo(200);
        assertThat(passed.text("/line/realName/label")).isEqualTo("线下通过");
        assertThat(passed.text("/offline/explanation")).isEqualTo("已核对身份证原件");
        assertThat(member.get("/api/me").text("/registration/realName/label")).isEqualTo("线下通过");
        Client operator = People.committee("sx-operator");
        Answer picture = operator.get(ALL + "/" + task + "/photos/" + photo);
        assertThat(picture.bytes()).startsWith(0xff, 0xd8);
        assertThat(picture.header("Cache-Control")).contains("no-store");
        assertThat(Tables.number("SELECT COUNT(*) FROM audit WHERE action = 'offline-photo.viewed' AND actor ="
                        + " 'org-account:311' AND detail = 'photo:" + photo + "'"))
                .isEqualTo(1);
        assertThat(People.committee("sx-viewer")
                        .get(ALL + "/" + task + "/photos/" + photo)
                        .status())
                .isEqualTo(403);
        assertThat(committee.get(ALL + "/" + task + "/photos/1").status()).isEqualTo(404);
    }

    private String listed(String filter) {
        return committee
                .get(ALL + "?size=100&after=" + (Long.parseLong(task) - 1) + "&" + filter)
                .body();
    }

    private static String photo(Client by) {
        Answer kept = by.send(by.request("/api/console/reviews/photos")
                .header("Content-Type", "image/jpeg")
                .header("Idempotency-Key", Client.key())
                .POST(BodyPublishers.ofByteArray(jpeg())));
        assertThat(kept.status()).as(kept.body()).isEqualTo(201);
        return kept.text("/id");
    }

    private static byte[] jpeg() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    static String submitted(Client member, Map<String, Object> profile) {
        Answer me = member.post("/api/registration/submit", profile);
        assertThat(me.status()).as(me.body()).isEqualTo(200);
        return Long.toString(Tables.number("SELECT id FROM review_task WHERE state = 'OPEN' AND registration_id = "
                + me.text("/registration/id")));
    }
}

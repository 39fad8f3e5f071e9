package cn.tuanwu.api.review;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.api.Client;
import cn.tuanwu.api.Client.Answer;
import cn.tuanwu.api.People;
import cn.tuanwu.api.RunningApi;
import cn.tuanwu.api.Tables;
import cn.tuanwu.realname.RealName;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The operators' pages: what waits, one in detail, the decision. */
@Tag("edge")
class WorkReviewTest {
    private static final String MINE = "/api/work/reviews";
    private static final Map<String, String> APPROVE = Map.of("decision", "APPROVE");

    private final Client zhang = People.staff("zhangsan");
    private final Client li = People.staff("lisi");
    private final Client member = People.member();
    private String task;

    @BeforeEach
    void someoneSubmits() {
        task = submitted(member, People.profile());
    }

    @Test
    void theListShowsWhatWaitsNewestFirstAndMasked() {
        Answer list = zhang.get(MINE);
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.text("/items/0/id")).isEqualTo(task);
        assertThat(list.text("/items/0/name")).isEqualTo("欧***");
        assertThat(list.text("/items/0/branch")).isEqualTo("南岭大学数学学院2301团支部");
        assertThat(list.text("/items/0/realName/label")).isEqualTo("校验中");
        assertThat(list.json().at("/counts/waiting").asInt()).isPositive();
        assertThat(People.staff("zhaomin").get(MINE).body()).doesNotContain(task);
    }

    // Break: in ReviewTaskRows.newestFor, leave out the comparison with before.
    @Test
    void theListIsReadPageByPageAndNothingTwice() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 21; i++) {
            submitted(People.member(), People.profile());
        }
        String path = MINE;
        int pages = 0;
        while (path != null) {
            Answer page = zhang.get(path);
            page.json().path("items").forEach(item -> assertThat(
                            seen.add(item.path("id").asString()))
                    .isTrue());
            String next = page.text("/next");
            path = next == null ? null : MINE + "?before=" + next;
            pages++;
        }
        assertThat(pages).isGreaterThan(1);
        assertThat(seen)
                .hasSize(zhang.get(MINE).json().at("/counts/waiting").asInt())
                .contains(task);
    }

    @Test
    void theDetailIsMaskedAndSaysWhatTheCheckMeans() {
        Answer detail = zhang.get(MINE + "/" + task);
        assertThat(detail.text("/state")).isEqualTo("OPEN");
        assertThat(detail.text("/person/document")).startsWith("440").contains("***********");
        assertThat(detail.text("/person/phone")).matches("139\\*{4}[0-9]{4}");
        assertThat(detail.text("/realName/text")).contains("校验中，暂不能同意");
        assertThat(detail.json().path("canApprove").asBoolean()).isFalse();
        assertThat(detail.json().path("canReturn").asBoolean()).isTrue();
        assertThat(detail.body()).doesNotContain("欧阳");
        People.everyRealNameCheckIs(RealName.Result.MATCH);
        assertThat(zhang.get(MINE + "/" + task).json().path("canApprove").asBoolean())
                .isTrue();
    }

    @Test
    void aYoungJoinerIsWarnedAbout() {
        Map<String, Object> young = People.profileWith("joinMonth", "2018-03");
        young.put("memberNumber", "201844" + People.phone().substring(5));
        young.put("joinAgeNote", "当时按地方规定提前入团");
        String id = submitted(People.member(), young);
        assertThat(zhang.get(MINE + "/" + id).text("/warnings/0")).contains("未满 14 周岁");
    }

    @Test
    void approvingOnThePageIsTheDecision() {
        People.everyRealNameCheckIs(RealName.Result.MATCH);
        String key = Client.key();
        Answer decided = zhang.post(MINE + "/" + task + "/decision", APPROVE, key);
        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
        assertThat(decided.text("/state")).isEqualTo("APPROVED");
        assertThat(decided.text("/decided/text")).matches("已由 张三 于 \\d\\d:\\d\\d 同意");
        assertThat(member.get("/api/me").text("/registration/state")).isEqualTo("APPROVED");
        assertThat(zhang.post(MINE + "/" + task + "/decision", APPROVE, key).body())
                .as("the answer that was lost comes again")
                .isEqualTo(decided.body());
        Answer late = li.post(MINE + "/" + task + "/decision", Map.of("decision", "RETURN", "reason", "NO_RECORD"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("ALREADY_DECIDED");
        assertThat(late.text("/detail")).isEqualTo(decided.text("/decided/text"));
        assertThat(li.get(MINE + "/" + task).text("/decided/by")).isEqualTo("张三");
    }

    // Break: in ReviewDesk.decideOnPage, pass on the caller as the one who tapped.
    @Test
    void noCardWaitsForATapThatNeverCame() {
        zhang.post(MINE + "/" + task + "/decision", Map.of("decision", "RETURN", "reason", "NO_RECORD"));
        assertThat(Tables.rows("SELECT receiver FROM outbox WHERE kind = 'REVIEW_CARD_CLOSE' AND subject_id = " + task
                        + " AND next_at <= UTC_TIMESTAMP(3)"))
                .containsExactlyInAnyOrder("201", "202");
    }

    @Test
    void aFailedCheckPointsToThePcAndReturningStaysPossible() {
        People.everyRealNameCheckIs(RealName.Result.MISMATCH);
        People.everyRealNameCheckIs(RealName.Result.MISMATCH);
        Answer refused = zhang.post(MINE + "/" + task + "/decision", APPROVE);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("REALNAME_FAILED");
        assertThat(refused.text("/detail")).contains("请前往 PC 网站处理");
        assertThat(zhang.post(
                                MINE + "/" + task + "/decision",
                                Map.of("decision", "RETURN", "reason", "IDENTITY_WRONG", "note", "与户口本 不一致"))
                        .status())
                .isEqualTo(200);
        assertThat(member.get("/api/me").text("/registration/returned/reason")).isEqualTo("姓名或证件号码有误：与户口本 不一致");
    }

    @Test
    void aReturnNeedsAReasonAndItsWordsHaveALimit() {
        assertThat(returned("", "").errors()).containsExactly("reason:REASON_MISSING");
        assertThat(returned("OTHER", " \n ").errors()).containsExactly("note:NOTE_MISSING");
        assertThat(returned("NO_RECORD", "长".repeat(101)).errors()).containsExactly("note:NOTE_TOO_LONG");
        assertThat(zhang.post(MINE + "/" + task + "/decision", Map.of("decision", "MAYBE"))
                        .errors())
                .containsExactly("decision:DECISION_INVALID");
        assertThat(returned("OTHER", "𬱖".repeat(100)).status()).isEqualTo(200);
        assertThat(member.get("/api/me").text("/registration/returned/reason")).isEqualTo("𬱖".repeat(100));
    }

    // Break: in ReviewDesk.find(Caller, …), leave out the filter.
    @Test
    void anotherBranchesReviewIsLikeNone() {
        List<Client> strangers = List.of(People.staff("zhaomin"), People.staff("chenjing"));
        for (Client stranger : strangers) {
            Answer there = stranger.get(MINE + "/" + task);
            Answer nowhere = stranger.get(MINE + "/12345");
            assertThat(there.status()).isEqualTo(404);
            assertThat(there.body()).isEqualTo(nowhere.body());
            assertThat(stranger.post(MINE + "/" + task + "/decision", APPROVE).body())
                    .isEqualTo(nowhere.body());
            assertThat(stranger.get(MINE + "?before=" + (Long.parseLong(task) + 1))
                            .body())
                    .doesNotContain(task);
        }
        assertThat(zhang.get(MINE + "/none").status()).isEqualTo(404);
        assertThat(zhang.get(MINE + "/" + task).text("/state")).isEqualTo("OPEN");
    }

    @Test
    void offTheBranchesRosterItsReviewsAreGoneAtOnce() {
        Tables.run(
                RunningApi.DATABASE,
                "INSERT INTO roster (organisation_id, staff_id, role) VALUES (1002, 202, 'OPERATOR')");
        Tables.run(RunningApi.DATABASE, "DELETE FROM roster WHERE organisation_id = 1001 AND staff_id = 202");
        try {
            assertThat(li.get(MINE).body()).doesNotContain(task);
            assertThat(li.get(MINE + "/" + task).status()).isEqualTo(404);
            assertThat(li.post(MINE + "/" + task + "/decision", APPROVE).code()).isEqualTo("TASK_UNKNOWN");
        } finally {
            Tables.run(RunningApi.DATABASE, "DELETE FROM roster WHERE organisation_id = 1002 AND staff_id = 202");
            Tables.run(
                    RunningApi.DATABASE,
                    "INSERT INTO roster (organisation_id, staff_id, role) VALUES (1001, 202, 'OPERATOR')");
        }
    }

    private Answer returned(String reason, String note) {
        return zhang.post(
                MINE + "/" + task + "/decision", Map.of("decision", "RETURN", "reason", reason, "note", note));
    }

    private static String submitted(Client member, Map<String, Object> profile) {
        Answer me = member.post("/api/registration/submit", profile);
        assertThat(me.status()).as(me.body()).isEqualTo(200);
        return Long.toString(Tables.number("SELECT id FROM review_task WHERE state = 'OPEN' AND registration_id = "
                + me.text("/registration/id")));
    }
}

package cn.tuanwu.api.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.api.Client;
import cn.tuanwu.api.Client.Answer;
import cn.tuanwu.api.People;
import cn.tuanwu.api.RunningApi;
import cn.tuanwu.api.Tables;
import cn.tuanwu.realname.RealName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** 组织关系转接 over the wire, as the member's phone sees it. */
@Tag("transfers")
class MyTransferDoorTest {
    private static final String MINE = "/api/me/transfers";
    private Client member;
    private String registration;

    @BeforeEach
    void anApprovedMember() {
        member = People.member();
        Answer me = member.post("/api/registration/submit", People.profile());
        registration = me.text("/registration/id");
        People.everyRealNameCheckIs(RealName.Result.MATCH);
        decided("zhangsan", "APPROVE", Map.of());
    }

    /** Break: in TransferNext.open, take the first node instead of the current one. */
    @Test
    @DisplayName(
            "§9 started once however often it is sent; the line says who has it, and where the member is meanwhile")
    void startedOnce() {
        String key = Client.key();
        Answer started = member.post(MINE, to("1101"), key);
        assertThat(started.status()).as(started.body()).isEqualTo(201);
        assertThat(member.post(MINE, to("1101"), key).body()).isEqualTo(started.body());
        assertThat(member.post(MINE, to("1101")).code()).isEqualTo("TRANSFER_OPEN");
        decided("zhangsan", "APPROVE", Map.of());
        Answer one = member.get(MINE + "/" + started.text("/id"));
        assertThat(one.json().path("nodes").findValuesAsString("state"))
                .containsExactly("AGREED", "CURRENT", "AHEAD", "AHEAD");
        assertThat(one.text("/nodes/0/decidedBy")).isEqualTo("张三");
        assertThat(one.text("/next")).contains("转出上级 共青团南岭大学数学学院委员会", "转入团支部 南岭大学物理学院2301团支部");
        assertThat(one.text("/started/name")).isEqualTo("本人");
        assertThat(one.text("/words")).isEqualTo("与导师同去");
        assertThat(one.json().path("canWithdraw").asBoolean()).isTrue();
        assertThat(member.get("/api/registration/certificate").text("/branch/name"))
                .isEqualTo("南岭大学数学学院2301团支部");
        assertThat(member.get(MINE).json().path("items")).hasSize(1);
    }

    /** Break: in TransferDesk.find for the member, leave out the filter. */
    @Test
    @DisplayName("§9 taken back with a reason; somebody else's does not exist")
    void takenBack() {
        String one = MINE + "/" + member.post(MINE, to("1101")).text("/id");
        Client other = People.member();
        other.post("/api/registration/submit", People.profile());
        assertThat(other.get(one).code()).isEqualTo("TRANSFER_UNKNOWN");
        assertThat(other.post(one + "/withdraw", Map.of("reason", "不去了")).code())
                .isEqualTo("TRANSFER_UNKNOWN");
        assertThat(member.get(MINE + "/none").code()).isEqualTo("TRANSFER_UNKNOWN");
        assertThat(member.post(one + "/withdraw", Map.of("reason", " ")).errors())
                .containsExactly("reason:REASON_MISSING");
        Answer taken = member.post(one + "/withdraw", Map.of("reason", "不去了"));
        assertThat(taken.text("/state")).as(taken.body()).isEqualTo("WITHDRAWN");
        assertThat(taken.text("/next")).contains("原因：不去了。", "仍在南岭大学数学学院2301团支部");
        assertThat(member.post(one + "/withdraw", Map.of("reason", "再撤一次")).code())
                .isEqualTo("TRANSFER_MOVED_ON");
        assertThat(Tables.dump()).doesNotContain("与导师同去", "应用数学研究所");
    }

    @Test
    @DisplayName("§9 a return ends it, and the member reads who and why")
    void returned() {
        String one = MINE + "/" + member.post(MINE, to("1101")).text("/id");
        decided("zhangsan", "RETURN", Map.of("reason", "OTHER", "note", "请先交清团费"));
        Answer told = member.get(one);
        assertThat(told.text("/state")).isEqualTo("RETURNED");
        assertThat(told.text("/endWords")).contains("请先交清团费");
        assertThat(told.text("/next")).contains("转出团支部 南岭大学数学学院2301团支部（张三）", "请先交清团费");
        assertThat(told.json().path("canWithdraw").asBoolean()).isFalse();
    }

    /** Break: in Blockers.of, stop at the first. */
    @Test
    @DisplayName("§9 the check names all that stands in the way, changes nothing, and says who would be asked")
    void theCheckNamesAll() {
        assertThat(blockers(member, Map.of())).containsExactly("kind:REQUIRED", "reason:REQUIRED", "targetId:REQUIRED");
        assertThat(blockers(member, to("1001"))).containsExactly("targetId:TRANSFER_SAME_BRANCH");
        assertThat(blockers(member, to("1"))).containsExactly("targetId:TRANSFER_TARGET_ROOT");
        assertThat(blockers(member, to("nowhere"))).containsExactly("targetId:TRANSFER_TARGET_UNKNOWN");
        assertThat(blockers(People.member(), to("1101"))).contains("-:NOT_APPROVED");
        Tables.run(RunningApi.DATABASE, "UPDATE registration SET cadre = TRUE WHERE id = " + registration);
        assertThat(blockers(member, outside(null)))
                .containsExactly("place.province:REQUIRED", "place.name:REQUIRED", "-:TRANSFER_CADRE");
        Answer refused = member.post(MINE, to("1001"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("TRANSFER_CADRE");
        Answer fine = member.post(MINE + "/check", to("1101"));
        assertThat(fine.text("/asked/0")).isEqualTo("南岭大学数学学院2301团支部");
        assertThat(fine.json().path("asked")).hasSize(4);
        assertThat(member.get(MINE).json().path("items")).isEmpty();
    }

    @Test
    @DisplayName("§9 out of the province: the out side alone is asked, the place comes back to the member only")
    void outOfTheProvince() {
        // Break: leave LetterText out of Starting.blockers. No font has a letter of the private use area.
        assertThat(blockers(member, outside(Map.of("province", "湖南省", "name", "长沙\uE123团委"))))
                .containsExactly("place.name:TEXT_UNDRAWABLE");
        Map<String, Object> place = Map.of("province", "湖南省", "city", "长沙市", "name", "长沙师范团委");
        Answer started = member.post(MINE, outside(place));
        assertThat(started.status()).as(started.body()).isEqualTo(201);
        assertThat(started.text("/place/name")).isEqualTo("长沙师范团委");
        assertThat(started.text("/target")).isNull();
        assertThat(started.json().path("nodes").findValuesAsString("role"))
                .containsExactly("OUT_BRANCH", "OUT_SUPERIOR");
        assertThat(Tables.dump()).doesNotContain("长沙师范团委");
    }

    @Test
    @DisplayName("§9 the description names every field of a transfer")
    void everyFieldIsDescribed() {
        JsonNode schemas = RunningApi.client().get("/api/openapi.json").json().at("/components/schemas");
        JsonNode one = member.post(MINE, to("1101")).json();
        assertThat(new TreeSet<>(one.propertyNames()))
                .isEqualTo(new TreeSet<>(schemas.at("/Transfer/properties").propertyNames()));
        assertThat(new TreeSet<>(one.at("/nodes/0").propertyNames()))
                .isEqualTo(new TreeSet<>(schemas.at("/TransferNode/properties").propertyNames()));
    }

    private static List<String> blockers(Client who, Map<String, Object> wish) {
        Answer answer = who.post(MINE + "/check", wish);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return StreamSupport.stream(answer.json().path("blockers").spliterator(), false)
                .map(one ->
                        one.path("field").asString("-") + ":" + one.path("code").asString())
                .toList();
    }

    static Map<String, Object> to(String target) {
        return Map.of("kind", "INSIDE", "reason", "OTHER", "words", "与导师同去", "unit", "应用数学研究所", "targetId", target);
    }

    private static Map<String, Object> outside(Map<String, Object> place) {
        Map<String, Object> wish = new HashMap<>(Map.of("kind", "OUTSIDE", "reason", "WORK"));
        wish.put("place", place);
        return wish;
    }

    private void decided(String userid, String decision, Map<String, Object> more) {
        long task = Tables.number(
                "SELECT MAX(id) FROM review_task WHERE state = 'OPEN' AND registration_id = " + registration);
        Map<String, Object> body = new HashMap<>(more);
        body.put("decision", decision);
        Answer answer = People.staff(userid).post("/api/work/reviews/" + task + "/decision", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
}

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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Transfers at the doors of the organisations they pass through: the console, and the operators' pages. */
@Tag("transfers")
class OrganisationTransferDoorTest {
    private static final String DESK = "/api/console/transfers";
    private static final String PHONE = "/api/work/transfers";
    private static final Client lettingGo = People.committee("sx-tuanwei");
    private static final Client taking = People.committee("wl-tuanwei");
    private static final Client viewer = People.committee("sx-viewer");

    private String registration;
    private String document;
    private String name;

    @BeforeEach
    void anApprovedMember() {
        Map<String, Object> profile = People.profile();
        document = profile.get("documentNumber").toString();
        name = profile.get("name").toString();
        registration = People.member().post("/api/registration/submit", profile).text("/registration/id");
        People.everyRealNameCheckIs(RealName.Result.MATCH);
        String task = Tables.rows(
                        "SELECT MAX(id) FROM review_task WHERE state = 'OPEN' AND registration_id = " + registration)
                .get(0);
        People.staff("zhangsan").post("/api/work/reviews/" + task + "/decision", Map.of("decision", "APPROVE"));
    }

    /** Break: in Passages.of, let all be true. */
    @Test
    @DisplayName("§9 the branch lets go; whoever takes sees name, masked document, reason and from, and no more")
    void eachSideSeesItsOwn() {
        Answer started = lettingGo.post(DESK, start("1101"));
        assertThat(started.status()).as(started.body()).isEqualTo(201);
        String id = started.text("/transfer/id");
        assertThat(started.text("/direction")).isEqualTo("OUT");
        assertThat(started.json().path("transfer").path("canWithdraw").asBoolean())
                .isTrue();
        assertThat(started.json().path("transfer").path("nodes").findValuesAsString("state"))
                .startsWith("AGREED", "AGREED", "CURRENT");
        Answer seen = taking.get(DESK + "/" + id);
        assertThat(seen.text("/name")).isEqualTo(name);
        assertThat(seen.text("/documentNumber")).contains("*");
        assertThat(seen.text("/transfer/words")).isEqualTo("与导师同去");
        assertThat(seen.text("/transfer/unit")).isNull();
        assertThat(seen.text("/phone")).isNull();
        assertThat(seen.text("/registrationId")).isNull();
        assertThat(seen.body()).doesNotContain("应用数学研究所", document);
        assertThat(taking.get("/api/console/reviews/" + seen.text("/task/id")).body())
                .contains(name)
                .doesNotContain("应用数学研究所", "139****");
        assertThat(lettingGo.get(DESK + "/" + id).text("/transfer/unit")).isEqualTo("应用数学研究所");
    }

    @Test
    @DisplayName("§9 found where it stands: by tab, name and month; decided by the review it waits with")
    void foundAndDecided() {
        String id = lettingGo.post(DESK, start("1101")).text("/transfer/id");
        assertThat(ids(taking, Map.of("which", "BELOW", "name", name))).contains(id);
        assertThat(ids(lettingGo, Map.of("which", "BELOW"))).doesNotContain(id);
        assertThat(ids(lettingGo, Map.of("which", "OPEN", "direction", "OUT"))).contains(id);
        assertThat(ids(taking, Map.of("which", "OPEN", "month", "2020-01"))).isEmpty();
        assertThat(taking.post(DESK + "/search", Map.of("which", "SOME")).errors())
                .containsExactly("which:FILTER_INVALID");
        for (String month : List.of("0000-01", "+12345-01", "9999-12", "2026-13")) {
            assertThat(taking.post(DESK + "/search", Map.of("month", month)).errors())
                    .as(month)
                    .containsExactly("month:FILTER_INVALID");
        }
        assertThat(taking.post(DESK + "/search?after=999999999999999.1", Map.of())
                        .status())
                .isEqualTo(200);
        Client zhaomin = People.staff("zhaomin");
        Answer waiting = zhaomin.post(PHONE + "/search", Map.of("which", "HERE"));
        assertThat(waiting.body()).contains(id);
        Answer one = zhaomin.get(PHONE + "/" + id);
        assertThat(one.json().path("task").path("canDecide").asBoolean()).isTrue();
        assertThat(one.json().path("task").path("assigns").asBoolean()).isFalse();
        Answer decided = zhaomin.post(
                "/api/work/reviews/" + one.text("/task/id") + "/decision",
                Map.of("decision", "RETURN", "reason", "OTHER", "note", "没有联系过我们"));
        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
        Answer over = lettingGo.get(DESK + "/" + id);
        assertThat(over.text("/transfer/state")).isEqualTo("RETURNED");
        assertThat(over.text("/transfer/endWords")).contains("没有联系过我们");
        assertThat(over.json().path("task").isNull()).isTrue();
        assertThat(ids(lettingGo, Map.of("which", "OVER"))).contains(id);
    }

    /** Break: in ClaimDesk.judge, don't ask whether the target is here. */
    @Test
    @DisplayName("§9 the branch that takes claims whom it can name by name and document")
    void claimed() {
        Map<String, Object> claim = new HashMap<>(
                Map.of("name", name, "documentKind", "RESIDENT_ID", "documentNumber", document, "wish", wish("1101")));
        Client zhaomin = People.staff("zhaomin");
        claim.put("name", "错名");
        assertThat(zhaomin.post(PHONE + "/claims", claim).code()).isEqualTo("TRANSFER_NO_MATCH");
        claim.put("name", name);
        claim.put("wish", wish("1001"));
        assertThat(zhaomin.post(PHONE + "/claims", claim).errors())
                .containsExactly("targetId:TRANSFER_TARGET_ELSEWHERE");
        claim.put("wish", wish("1101"));
        String key = Client.key();
        Answer claimed = zhaomin.post(PHONE + "/claims", claim, key);
        assertThat(claimed.status()).as(claimed.body()).isEqualTo(201);
        assertThat(zhaomin.post(PHONE + "/claims", claim, key).body()).isEqualTo(claimed.body());
        assertThat(claimed.text("/transfer/started/side")).isEqualTo("IN_BRANCH");
        assertThat(claimed.json().path("transfer").path("canWithdraw").asBoolean())
                .isTrue();
        String id = claimed.text("/transfer/id");
        Answer other = People.staff("zhangsan").get(PHONE + "/" + id);
        assertThat(other.json().path("transfer").path("canWithdraw").asBoolean())
                .isFalse();
        assertThat(other.json().path("task").path("canDecide").asBoolean()).isTrue();
        Answer back = taking.post(DESK + "/" + id + "/withdraw", Map.of("reason", "认错了人"));
        assertThat(back.text("/transfer/state")).as(back.body()).isEqualTo("WITHDRAWN");
    }

    /** Break: in ConsoleTransferController.claim, judge inside the transaction. */
    @Test
    @DisplayName("§9 forty wrong claims at once are all answered, and five of them are looked at")
    void fortyWrongClaimsAtOnce() {
        Map<String, Object> claim =
                Map.of("name", "错名", "documentKind", "RESIDENT_ID", "documentNumber", document, "wish", wish("1101"));
        Tables.run(RunningApi.DATABASE, "DELETE FROM sign_in_failure");
        ExecutorService crowd = Executors.newFixedThreadPool(40);
        try {
            List<CompletableFuture<String>> answers = IntStream.range(0, 40)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> taking.post(DESK + "/claims", claim).code(), crowd))
                    .toList();
            assertThat(answers.stream().map(CompletableFuture::join).toList())
                    .containsOnly("TRANSFER_NO_MATCH", "TRANSFER_CLAIM_SLOWED")
                    .filteredOn("TRANSFER_NO_MATCH"::equals)
                    .hasSize(5);
        } finally {
            crowd.shutdownNow();
            Tables.run(RunningApi.DATABASE, "DELETE FROM sign_in_failure");
        }
    }

    @Test
    @DisplayName("§9 a committee as the target names the branch, at whichever door")
    void aCommitteeNamesTheBranch() {
        String id = lettingGo.post(DESK, start("101")).text("/transfer/id");
        Answer one = taking.get(DESK + "/" + id);
        assertThat(one.json().path("task").path("assigns").asBoolean())
                .as(one.body())
                .isTrue();
        String decision = "/api/console/reviews/" + one.text("/task/id") + "/decision";
        assertThat(taking.post(decision, Map.of("decision", "APPROVE")).errors())
                .containsExactly("branchId:TRANSFER_BRANCH_NEEDED");
        assertThat(taking.post(decision, Map.of("decision", "APPROVE", "branchId", "1001"))
                        .errors())
                .containsExactly("branchId:TRANSFER_BRANCH_ELSEWHERE");
        Answer agreed = taking.post(decision, Map.of("decision", "APPROVE", "branchId", "1101"));
        assertThat(agreed.status()).as(agreed.body()).isEqualTo(200);
        Answer done = People.staff("zhaomin").get(PHONE + "/" + id);
        assertThat(done.text("/transfer/state")).isEqualTo("DONE");
        assertThat(done.text("/phone")).contains("*");
    }

    @Test
    @DisplayName("§9 the check names all that stands in the way; who only looks starts nothing")
    void checkedAndLookedAt() {
        Answer fine = lettingGo.post(DESK + "/check", start("1101"));
        assertThat(fine.json().path("blockers")).isEmpty();
        assertThat(fine.json().path("asked")).hasSizeGreaterThan(2);
        Answer same = lettingGo.post(DESK + "/check", start("1001"));
        assertThat(same.text("/blockers/0/code")).isEqualTo("TRANSFER_SAME_BRANCH");
        assertThat(taking.post(DESK + "/check", start("1101")).code()).isEqualTo("TRANSFER_MEMBER_UNKNOWN");
        assertThat(viewer.post(DESK, start("1101")).code()).isEqualTo("ROLE_INSUFFICIENT");
        String id = lettingGo.post(DESK, start("1101")).text("/transfer/id");
        Answer looked = viewer.get(DESK + "/" + id);
        assertThat(looked.json().path("transfer").path("canWithdraw").asBoolean())
                .isFalse();
    }

    @Test
    @DisplayName("§9 the codes to hang up are those of the caller's organisations")
    void theCodesToHangUp() {
        assertThat(lettingGo.get(DESK + "/codes").json().path("items").findValuesAsString("id"))
                .contains("100", "1001")
                .doesNotContain("101", "1101");
        assertThat(lettingGo.get(DESK + "/codes?q=2301").json().path("items").findValuesAsString("id"))
                .contains("1001")
                .doesNotContain("1101");
        Answer own = People.staff("zhaomin").get(PHONE + "/codes");
        assertThat(own.json().path("items").findValuesAsString("id")).contains("1101");
        assertThat(RunningApi.client()
                        .get("/api/transfer-targets/" + own.text("/items/0/code") + "/qr.png")
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("§9 the description names every field of what an organisation sees")
    void everyFieldIsDescribed() {
        var schemas = RunningApi.client().get("/api/openapi.json").json().at("/components/schemas");
        var one = lettingGo.post(DESK, start("101")).json();
        assertThat(new TreeSet<>(one.propertyNames()))
                .isEqualTo(new TreeSet<>(schemas.at("/Passage/properties").propertyNames()));
        var task = taking.get(DESK + "/" + one.at("/transfer/id").asString())
                .json()
                .path("task");
        assertThat(new TreeSet<>(task.propertyNames()))
                .isEqualTo(new TreeSet<>(schemas.at("/PassageTask/properties").propertyNames()));
    }

    private static List<String> ids(Client who, Map<String, Object> filter) {
        return who.post(DESK + "/search?size=100", filter).json().path("items").findValues("transfer").stream()
                .map(one -> one.path("id").asString())
                .toList();
    }

    private Map<String, Object> start(String target) {
        return Map.of("registrationId", registration, "wish", wish(target));
    }

    private static Map<String, Object> wish(String target) {
        return MyTransferDoorTest.to(target);
    }
}

package cn.tuanwu.api.review;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.api.Client;
import cn.tuanwu.api.People;
import cn.tuanwu.api.RunningApi;
import cn.tuanwu.api.Tables;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** View-only cadres on the phone, and the home page there. */
@Tag("console")
class LookOnlyTest {
    private static final String REVIEWS = "/api/work/reviews";

    @BeforeEach
    void sunWeiOnlyLooksAtTheMathematicians() {
        Tables.run(RunningApi.DATABASE, "DELETE FROM roster WHERE staff_id = 205");
        Tables.run(
                RunningApi.DATABASE,
                "INSERT INTO roster (organisation_id, staff_id, role) VALUES (100, 205, 'VIEWER')");
    }

    @AfterEach
    void sunWeiServesThePhysicistsAgain() {
        Tables.run(RunningApi.DATABASE, "DELETE FROM roster WHERE staff_id = 205");
        Tables.run(
                RunningApi.DATABASE,
                "INSERT INTO roster (organisation_id, staff_id, role) VALUES (1101, 205, 'OPERATOR')");
    }

    /** Break: in Deciders.mayLook, let any place do; in ReviewDesk.decideOnPage, decide whatever is found. */
    @Test
    void whoOnlyLooksSeesTheSubtreeAndDecidesNothing() {
        Client sun = People.staff("sunwei");
        String theirs = ConsoleReviewTest.submitted(People.member(), People.profile());
        String elsewhere = ConsoleReviewTest.submitted(People.member(), People.profileWith("branchId", "1101"));
        assertThat(sun.get(REVIEWS).body()).contains(theirs).doesNotContain(elsewhere);
        Client.Answer detail = sun.get(REVIEWS + "/" + theirs);
        assertThat(detail.status()).isEqualTo(200);
        assertThat(detail.json().path("canReturn").asBoolean()).isFalse();
        assertThat(detail.json().path("canApprove").asBoolean()).isFalse();
        assertThat(detail.json().path("reasons").size()).isZero();
        Map<String, String> wish = Map.of("decision", "RETURN", "reason", "NO_RECORD");
        assertThat(sun.post(REVIEWS + "/" + theirs + "/decision", wish).code()).isEqualTo("ROLE_INSUFFICIENT");
        assertThat(sun.get(REVIEWS + "/" + elsewhere).status()).isEqualTo(404);
        assertThat(sun.post(REVIEWS + "/" + elsewhere + "/decision", wish).status())
                .isEqualTo(404);
        assertThat(sun.get("/api/work/home").json().path("lookOnly").asBoolean())
                .isTrue();
        assertThat(People.staff("zhangsan").get(REVIEWS + "/" + theirs).text("/state"))
                .isEqualTo("OPEN");
    }

    /** Break: in ReviewTaskRows.waitingSince, leave out the time. */
    @Test
    void theHomePageCountsWhatWaitsAndForHowLong() {
        Client zhao = People.staff("zhaomin");
        String task = ConsoleReviewTest.submitted(People.member(), People.profileWith("branchId", "1002"));
        Client.Answer before = zhao.get("/api/work/home");
        assertThat(before.text("/organisations/0/name")).isEqualTo("南岭大学数学学院2302团支部");
        assertThat(before.text("/organisations/0/role")).isEqualTo("OPERATOR");
        assertThat(before.json().path("lookOnly").asBoolean()).isFalse();
        Tables.run(
                RunningApi.DATABASE,
                "UPDATE review_task SET opened_at = opened_at - INTERVAL 25 HOUR WHERE id = " + task);
        Client.Answer after = zhao.get("/api/work/home");
        assertThat(after.json().at("/counts/old").asInt())
                .isEqualTo(before.json().at("/counts/old").asInt() + 1);
        assertThat(after.json().at("/counts/waiting").asInt())
                .isEqualTo(before.json().at("/counts/waiting").asInt());
    }
}

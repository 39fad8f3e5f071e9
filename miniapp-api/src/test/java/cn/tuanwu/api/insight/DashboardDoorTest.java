package cn.tuanwu.api.insight;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.api.Client;
import cn.tuanwu.api.People;
import cn.tuanwu.api.RunningApi;
import cn.tuanwu.api.Tables;
import cn.tuanwu.realname.RealName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The console's first page in numbers. */
@Tag("console")
class DashboardDoorTest {
    private static final String DASHBOARD = "/api/console/dashboard?afresh=true";

    private final Client committee = People.committee("sx-tuanwei");

    /** Break: in DashboardCounting, don't count; in DashboardRows.days, leave out the path. */
    @Test
    void everySubmissionAndApprovalCountsOnceInItsOwnSubtree() {
        JsonNode before = committee.get(DASHBOARD).json();
        JsonNode elsewhere = People.committee("wl-tuanwei").get(DASHBOARD).json();
        String registration = submitted("1001");
        submitted("1101");
        People.everyRealNameCheckIs(RealName.Result.MATCH);
        String task = Tables.rows("SELECT id FROM review_task WHERE registration_id = " + registration)
                .get(0);
        committee.post("/api/console/reviews/" + task + "/decision", java.util.Map.of("decision", "APPROVE"));
        JsonNode after = committee.get(DASHBOARD).json();
        assertThat(after.path("days").size()).isEqualTo(30);
        assertThat(more(before, after, "/days/29/submitted")).isEqualTo(1);
        assertThat(more(before, after, "/days/29/approved")).isEqualTo(1);
        assertThat(more(before, after, "/below/0/registered")).isEqualTo(1);
        assertThat(after.at("/below/0/name").asString()).isEqualTo("数学2301团支部");
        assertThat(more(elsewhere, People.committee("wl-tuanwei").get(DASHBOARD).json(), "/days/29/submitted"))
                .isEqualTo(1);
    }

    /** Break: in DashboardRows.age, take one bound for another; in failedChecks, don't take no row for failed. */
    @Test
    void whatWaitsIsToldByItsAgeAndFailedChecksByThemselves() {
        JsonNode before = committee.get(DASHBOARD).json();
        String first = submitted("1001");
        String second = submitted("1001");
        submitted("1001");
        People.everyRealNameCheckIs(RealName.Result.MISMATCH);
        People.everyRealNameCheckIs(RealName.Result.MISMATCH);
        older(first, 30);
        older(second, 80);
        JsonNode after = committee.get(DASHBOARD).json();
        assertThat(more(before, after, "/pending/fresh")).isEqualTo(1);
        assertThat(more(before, after, "/pending/waiting")).isEqualTo(1);
        assertThat(more(before, after, "/pending/late")).isEqualTo(1);
        assertThat(more(before, after, "/below/0/pending")).isEqualTo(3);
        assertThat(more(before, after, "/failedChecks")).isGreaterThanOrEqualTo(3);
    }

    @Test
    void whatWasDrawnAMomentAgoIsShownAgain() {
        committee.get(DASHBOARD);
        String at = committee.get("/api/console/dashboard").text("/at");
        assertThat(committee.get("/api/console/dashboard").text("/at")).isEqualTo(at);
        assertThat(committee.get(DASHBOARD).text("/at")).isNotEqualTo(at);
    }

    private static String submitted(String branch) {
        return People.member()
                .post("/api/registration/submit", People.profileWith("branchId", branch))
                .text("/registration/id");
    }

    private static void older(String registration, int hours) {
        Tables.run(
                RunningApi.DATABASE,
                "UPDATE review_task SET opened_at = opened_at - INTERVAL " + hours + " HOUR WHERE registration_id = "
                        + registration);
    }

    private static long more(JsonNode before, JsonNode after, String pointer) {
        return after.at(pointer).asLong() - before.at(pointer).asLong();
    }
}

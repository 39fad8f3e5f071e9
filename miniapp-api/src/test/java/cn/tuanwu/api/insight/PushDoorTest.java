package cn.tuanwu.api.insight;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.api.Client;
import cn.tuanwu.api.People;
import cn.tuanwu.api.RunningApi;
import cn.tuanwu.api.Tables;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Dead letters: a committee's own, and all of them for the root. */
@Tag("console")
class PushDoorTest {
    private static final AtomicLong IDS = new AtomicLong(900_000);

    private final Client committee = People.committee("sx-tuanwei");
    private final Client others = People.committee("wl-tuanwei");

    /** Break: give every caller the root's scope in PushBook. */
    @Test
    void aCommitteeSeesAndResendsWhatConcernsItsBranchesOnly() {
        String push = deadLetterAbout(invitationOf("1001"));
        assertThat(committee.get("/api/console/pushes?state=DEAD").body()).contains(push, "数学学院2301");
        assertThat(others.get("/api/console/pushes?state=DEAD").body()).doesNotContain(push);
        Client.Answer refused = others.post("/api/console/pushes/" + push + "/resend", Map.of());
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.code()).isEqualTo("PUSH_UNKNOWN");
        assertThat(stateOf(push)).isEqualTo("DEAD");
        assertThat(committee
                        .post("/api/console/pushes/" + push + "/resend", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(stateOf(push)).isEqualTo("DUE");
        assertThat(committee
                        .post("/api/console/pushes/" + push + "/resend", Map.of())
                        .code())
                .isEqualTo("PUSH_UNKNOWN");
    }

    @Test
    void whatWaitsAndWhatRestsIsCounted() {
        deadLetterAbout(invitationOf("1001"));
        Client.Answer counts = committee.get("/api/console/pushes/counts");
        assertThat(counts.status()).isEqualTo(200);
        assertThat(counts.json().path("items").toString()).contains("INVITATION_TICKET", "DEAD");
    }

    @Test
    void resendingAllTouchesNobodyElses() {
        String own = deadLetterAbout(invitationOf("1002"));
        String theirs = deadLetterAbout(invitationOf("1101"));
        assertThat(committee
                        .post("/api/console/pushes/resend", Map.of())
                        .json()
                        .path("count")
                        .asInt())
                .isPositive();
        assertThat(stateOf(own)).isEqualTo("DUE");
        assertThat(stateOf(theirs)).isEqualTo("DEAD");
    }

    private static String invitationOf(String branch) {
        Client admin = People.committee(branch.equals("1101") ? "wl-tuanwei" : "sx-tuanwei");
        return admin.post("/api/console/invitations", Map.of("organisationId", branch, "days", 5))
                .text("/id");
    }

    private static String deadLetterAbout(String invitation) {
        long id = IDS.incrementAndGet();
        Tables.run(
                RunningApi.DATABASE,
                "INSERT INTO outbox (id, kind, subject_id, push_key, state, next_at, last_error, created_at)"
                        + " VALUES (" + id + ", 'INVITATION_TICKET', " + invitation + ", 'dead-" + id
                        + "', 'DEAD', UTC_TIMESTAMP(3), '45009', UTC_TIMESTAMP(3))");
        return Long.toString(id);
    }

    private static String stateOf(String push) {
        return Tables.rows("SELECT state FROM outbox WHERE id = " + push).get(0);
    }
}

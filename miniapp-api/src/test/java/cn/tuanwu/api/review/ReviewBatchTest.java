package cn.tuanwu.api.review;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.api.Client;
import cn.tuanwu.api.Client.Answer;
import cn.tuanwu.api.People;
import cn.tuanwu.api.RunningApi;
import cn.tuanwu.api.Tables;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.SmartLifecycle;

/** 批量审核 whose job is given up, or whose seat is gone. */
@Tag("transfers")
class ReviewBatchTest {
    private static final String BATCHES = "/api/console/review-batches";

    @BeforeEach
    void nobodyDoesJobs() {
        worker().stop();
    }

    @AfterEach
    void theyAreDoneAgain() {
        if (!worker().isRunning()) {
            worker().start();
        }
    }

    /** Break: in JobWorker.giveUp, or in ReviewBatchWork.givenUp, do nothing behind the failure. */
    @Test
    void theRestOfWhatWasGivenUpIsCancelled() {
        String task = task();
        Client above = People.committee("sx-tuanwei");
        Answer made = above.post(BATCHES, returning(task));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        Tables.run(RunningApi.DATABASE, "UPDATE job SET claim_no = 4 WHERE id = " + made.text("/job"));
        worker().start();
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        above.get(BATCHES + "/" + made.text("/id")).text("/state"))
                .isEqualTo("CANCELLED"));
        assertThat(above.get("/api/console/jobs/" + made.text("/job")).text("/state"))
                .isEqualTo("FAILED");
        assertThat(Tables.rows("SELECT state FROM review_task WHERE id = " + task))
                .containsExactly("OPEN");
    }

    /** Break: in JobWorker.work, don't ask whether the seat stands. */
    @Test
    void nothingIsDecidedForWhoWasLockedOrDemotedMeanwhile() {
        for (String change : List.of("role = 'VIEWER'", "locked_at = NOW(3)")) {
            String task = task();
            Answer made = seat("seat-" + task, task).post(BATCHES, returning(task));
            assertThat(made.status()).as(made.body()).isEqualTo(201);
            Tables.run(RunningApi.DATABASE, "UPDATE org_account SET " + change + " WHERE id = " + task);
            worker().start();
            Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                            Tables.rows("SELECT state FROM review_batch WHERE id = " + made.text("/id")))
                    .containsExactly("CANCELLED"));
            assertThat(Tables.rows("SELECT state FROM job WHERE id = " + made.text("/job")))
                    .containsExactly("FAILED");
            assertThat(Tables.rows("SELECT message FROM job WHERE id = " + made.text("/job"))
                            .get(0))
                    .startsWith("没有权限继续：");
            assertThat(Tables.rows("SELECT state FROM review_task WHERE id = " + task))
                    .containsExactly("OPEN");
            worker().stop();
        }
    }

    /** Break: in ReviewBatchDesk.cancel, take own for stoppable. */
    @Test
    void anAdminAboveCancelsWhatAnotherSeatBegan() {
        String task = task();
        Answer made = seat("seat-" + task, task).post(BATCHES, returning(task));
        String cancel = BATCHES + "/" + made.text("/id") + "/cancel";
        assertThat(People.committee("wl-tuanwei").post(cancel, Map.of()).code()).isEqualTo("REVIEW_BATCH_UNKNOWN");
        Answer cancelled = People.committee("sx-tuanwei").post(cancel, Map.of());
        assertThat(cancelled.text("/state")).as(cancelled.body()).isEqualTo("CANCELLED");
    }

    /** An operator's at the branch, under a number nobody has. */
    private static Client seat(String login, String id) {
        Tables.run(
                RunningApi.DATABASE,
                "INSERT INTO org_account (id, organisation_id, login, password_hash, role) SELECT " + id + ", 1001, '"
                        + login + "', password_hash, 'OPERATOR' FROM org_account WHERE id = 301");
        return People.committee(login);
    }

    private static Map<String, Object> returning(String task) {
        return Map.of("taskIds", List.of(task), "decision", "RETURN", "reason", "OTHER", "note", "请补充材料");
    }

    private static String task() {
        String registration = People.member()
                .post("/api/registration/submit", People.profile())
                .text("/registration/id");
        return Tables.rows("SELECT id FROM review_task WHERE state = 'OPEN' AND registration_id = " + registration)
                .get(0);
    }

    private static SmartLifecycle worker() {
        return RunningApi.context().getBeansOfType(SmartLifecycle.class).values().stream()
                .filter(bean -> bean.getClass().getSimpleName().equals("JobWorker"))
                .findFirst()
                .orElseThrow();
    }
}

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

/** 批量审核 whose job is given up. */
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
        String registration = People.member()
                .post("/api/registration/submit", People.profile())
                .text("/registration/id");
        String task = Tables.rows(
                        "SELECT id FROM review_task WHERE state = 'OPEN' AND registration_id = " + registration)
                .get(0);
        Client above = People.committee("sx-tuanwei");
        Answer made = above.post(
                BATCHES, Map.of("taskIds", List.of(task), "decision", "RETURN", "reason", "OTHER", "note", "请补充材料"));
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

    private static SmartLifecycle worker() {
        return RunningApi.context().getBeansOfType(SmartLifecycle.class).values().stream()
                .filter(bean -> bean.getClass().getSimpleName().equals("JobWorker"))
                .findFirst()
                .orElseThrow();
    }
}

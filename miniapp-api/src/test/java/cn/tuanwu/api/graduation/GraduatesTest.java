package cn.tuanwu.api.graduation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.api.Client;
import cn.tuanwu.api.Client.Answer;
import cn.tuanwu.api.People;
import cn.tuanwu.api.RunningApi;
import cn.tuanwu.api.Tables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.SmartLifecycle;

/**
 * A branch graduates: everybody's transfer is started by one batch and agreed to by one batch at each node, while the node
 * at work is killed with -9 in the middle of a start and of a review, and another goes on.
 */
@Tag("transfers")
class GraduatesTest {
    private static final int MEMBERS = "full".equals(System.getProperty("proof")) ? 1_000 : 120;
    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(10);
    private static final long FROM = 1951;
    private static final long TO = 1952;
    private static final String STARTED = "SELECT COUNT(*) FROM graduate_line WHERE state = 'STARTED' AND batch_id = ";
    private static final String DECIDED = "SELECT COUNT(*) FROM review_batch_line WHERE state = 'DONE' AND batch_id = ";

    private static final List<Node> NODES = new ArrayList<>();
    private static long longest;

    /** The jobs are for those who can be killed; the requests for this one. */
    @BeforeAll
    static void thisNodeDoesNoJobs() {
        worker().stop();
        NODES.add(Node.start());
        NODES.add(Node.start());
        Cohort.branch(FROM, 100, "毕业的团支部");
        Cohort.branch(TO, 101, "接收毕业生的团支部");
    }

    @AfterAll
    static void itDoesThemAgain() {
        NODES.forEach(Node::close);
        worker().start();
    }

    /** Break: in BatchStarting.start, leave out rows.take; in ReviewBatchRows.waiting, leave out the state. */
    @Test
    void aBranchGraduatesWhileNodesDieAndEverybodyArrivesOnce() {
        List<Long> members = Cohort.members(FROM, MEMBERS);
        Client branch = People.committee("seat-" + FROM);
        Client above = People.committee("sx-tuanwei");
        Client there = People.committee("wl-tuanwei");
        above.post("/api/console/graduation/branches", Map.of("branchIds", List.of("" + FROM), "month", "2026-06"));
        Answer chosen = timed(() -> branch.post(
                "/api/console/graduation/batches",
                Map.of("until", "2026-06", "kind", "INSIDE", "reason", "STUDY", "targetId", "" + TO)));
        assertThat(chosen.status()).as(chosen.body()).isEqualTo(201);
        String batch = chosen.text("/id");
        assertThat(ended(branch, chosen.text("/job"))).contains(MEMBERS + " 人可以发起转接，0 人暂不能发起");
        long began = System.nanoTime();
        Answer confirmed = timed(() -> branch.post("/api/console/graduation/batches/" + batch + "/confirm", Map.of()));
        killedInTheMiddle(STARTED + batch);
        assertThat(ended(branch, confirmed.text("/job"))).contains("已为 " + MEMBERS + " 人发起转接，0 人没有发起");
        long started = System.nanoTime();
        NODES.add(Node.start());
        assertThat(Tables.rows(
                        "SELECT COUNT(*), COUNT(DISTINCT registration_id) FROM transfer WHERE batch_id = " + batch))
                .containsExactly(MEMBERS + " | " + MEMBERS);
        agreed(above, batch, false);
        agreed(there, batch, false);
        agreed(there, batch, true);
        System.out.printf(
                "%d graduates: started in %.1f s, agreed to at three nodes in %.1f s, the longest request %d ms%n",
                MEMBERS, (started - began) / 1e9, (System.nanoTime() - started) / 1e9, longest / 1_000_000);
        everybodyArrivedOnce(members, batch);
        assertThat(Duration.ofNanos(longest)).isLessThan(LONGEST_REQUEST);
    }

    private static void agreed(Client seat, String transferBatch, boolean deadly) {
        Answer waiting = timed(() -> seat.get("/api/console/review-batches/waiting"));
        assertThat(waiting.body()).contains("\"transferBatchId\":\"" + transferBatch + "\"");
        Answer decided = timed(() -> seat.post(
                "/api/console/review-batches", Map.of("transferBatchId", transferBatch, "decision", "APPROVE")));
        assertThat(decided.status()).as(decided.body()).isEqualTo(201);
        if (deadly) {
            killedInTheMiddle(DECIDED + decided.text("/id"));
        }
        assertThat(ended(seat, decided.text("/job"))).isEqualTo("已同意 " + MEMBERS + " 条，0 条未办理。");
        assertThat(Tables.number("SELECT COUNT(*) FROM audit a JOIN review_batch_line l ON l.task_id = a.subject_id"
                        + " WHERE a.action = 'review.approved' AND l.batch_id = " + decided.text("/id")))
                .isEqualTo(MEMBERS);
    }

    /** One third is done, and it is not all. */
    private static void killedInTheMiddle(String done) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(3))
                .until(() -> Tables.number(done) >= MEMBERS / 3);
        Node atWork = NODES.stream().filter(Node::works).findFirst().orElseThrow();
        atWork.kill();
        NODES.remove(atWork);
        assertThat(Tables.number(done)).as("killed in the middle").isLessThan(MEMBERS);
    }

    private static void everybodyArrivedOnce(List<Long> members, String batch) {
        String all = members.toString().replace('[', '(').replace(']', ')');
        assertThat(Tables.rows("SELECT r.branch_id, m.branch_id, r.transferring, COUNT(*) FROM registration r"
                        + " JOIN member m ON m.registration_id = r.id WHERE r.id IN " + all + " GROUP BY 1, 2, 3"))
                .containsExactly(TO + " | " + TO + " | 0 | " + MEMBERS);
        assertThat(Tables.rows("SELECT state, COUNT(*) FROM transfer WHERE registration_id IN " + all + " GROUP BY 1"))
                .containsExactly("DONE | " + MEMBERS);
        assertThat(Tables.rows("SELECT p.direction, p.branch_id, COUNT(*) FROM transfer_passage p JOIN transfer t"
                        + " ON t.id = p.transfer_id WHERE t.batch_id = " + batch + " GROUP BY 1, 2 ORDER BY 1"))
                .containsExactly("IN | " + TO + " | " + MEMBERS, "OUT | " + FROM + " | " + MEMBERS);
        assertThat(Tables.rows(
                        "SELECT n, COUNT(*) FROM (SELECT COUNT(*) AS n FROM member_line WHERE registration_id IN " + all
                                + " AND organisation_id IN (" + FROM + ", " + TO
                                + ") GROUP BY registration_id) x GROUP BY 1"))
                .containsExactly("1 | " + MEMBERS);
        assertThat(Tables.number("SELECT COUNT(*) FROM review_task WHERE state = 'OPEN' AND registration_id IN " + all))
                .isZero();
    }

    /** Its last words, and that its progress was told in between. */
    private static String ended(Client seat, String job) {
        TreeSet<Long> read = new TreeSet<>();
        Answer last = Awaitility.await()
                .atMost(Duration.ofSeconds(240))
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> {
                            Answer now = timed(() -> seat.get("/api/console/jobs/" + job));
                            read.add(now.json().path("done").asLong());
                            return now;
                        },
                        now -> now.text("/state").matches("DONE|FAILED"));
        System.out.println(last.text("/kind") + " told its progress " + read.size() + " times: " + read);
        return last.text("/message");
    }

    private static Answer timed(Supplier<Answer> request) {
        long began = System.nanoTime();
        Answer answer = request.get();
        longest = Math.max(longest, System.nanoTime() - began);
        return answer;
    }

    private static SmartLifecycle worker() {
        return RunningApi.context().getBeansOfType(SmartLifecycle.class).values().stream()
                .filter(bean -> bean.getClass().getSimpleName().equals("JobWorker"))
                .findFirst()
                .orElseThrow();
    }
}

package cn.tuanwu.job;

import static cn.tuanwu.support.People.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.tuanwu.access.Caller;
import cn.tuanwu.support.People;
import cn.tuanwu.support.RoomTest;
import cn.tuanwu.support.Seats;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

@RoomTest
@Tag("console")
class JobDeskTest {
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration OVER = Duration.ZERO;
    private static final long ACCOUNT = 301;
    private static final String SECRET = "440103200405061234";

    @Autowired
    JobDesk jobs;

    @Autowired
    Seats seats;

    @Autowired
    cn.tuanwu.access.Seats today;

    @Autowired
    JdbcTemplate database;

    @Autowired
    Environment environment;

    private Caller.Admin maths;

    @BeforeEach
    void empty() {
        database.update("DELETE FROM job");
        maths = new Caller.Admin(today.ofAccount(ACCOUNT).orElseThrow());
    }

    @AfterEach
    void theSeatIsAsItWas() {
        database.update("UPDATE org_account SET role = 'ADMIN', locked_at = NULL WHERE id = ?", ACCOUNT);
    }

    /** Break: in LentJob.renew, ask nobody; in Seats.again, leave out the role. */
    @Test
    void whoLostTheSeatOrTheRoleDoesNotGoOn() {
        started();
        LentJob lent = jobs.claim("a", LEASE).orElseThrow();
        lent.renew();
        lent.progress(1, 3);
        assertThat(lent.stands()).isTrue();
        database.update("UPDATE org_account SET role = 'VIEWER' WHERE id = ?", ACCOUNT);
        assertThat(lent.stands()).isFalse();
        lent.renew();
        assertThatThrownBy(() -> lent.progress(2, 3)).isInstanceOf(JobRun.Unseated.class);
        database.update("UPDATE org_account SET role = 'ADMIN', locked_at = NOW(3) WHERE id = ?", ACCOUNT);
        assertThat(lent.stands()).isFalse();
    }

    /** Break: in JobDesk.isOf, leave out the role. */
    @Test
    void whoWasGivenAnotherRoleFetchesNothingOfTheFormerOne() throws IOException {
        Job job = started();
        LentJob lent = jobs.claim("a", LEASE).orElseThrow();
        write(lent, "x");
        lent.done("好");
        database.update("UPDATE org_account SET role = 'VIEWER' WHERE id = ?", ACCOUNT);
        Caller.Viewer now = new Caller.Viewer(today.ofAccount(ACCOUNT).orElseThrow());
        assertThat(jobs.open(now, job.id())).isEmpty();
        assertThat(jobs.find(now, job.id())).isEmpty();
        assertThat(jobs.list(now)).isEmpty();
        assertThat(jobs.find(new Caller.Viewer(maths.seat()), job.id())).isPresent();
    }

    /** Break: take the claim number out of JobRows.claim. */
    @Test
    void aJobIsLentOnceAndTakenOverWhenItsLeaseEnded() {
        Job job = started();
        LentJob first = jobs.claim("a", OVER).orElseThrow();
        LentJob second = jobs.claim("b", LEASE).orElseThrow();
        assertThat(jobs.claim("c", LEASE)).isEmpty();
        assertThat(second.id()).isEqualTo(job.id()).isEqualTo(first.id());
        assertThat(second.parameters()).isEqualTo(SECRET);
    }

    /** Break: in JobDesk.startOnce, take what is over for open, or look at the kind alone. */
    @Test
    void theSameWorkIsStartedOnceWhileItIsOpen() {
        Job job = started();
        assertThat(value(jobs.startOnce(maths, job.kind(), SECRET)).id()).isEqualTo(job.id());
        assertThat(value(jobs.startOnce(maths, job.kind(), "other")).id()).isNotEqualTo(job.id());
        database.update("UPDATE job SET state = 'FAILED', ended_at = NOW(3) WHERE id = ?", job.id());
        assertThat(value(jobs.startOnce(maths, job.kind(), SECRET)).id()).isNotEqualTo(job.id());
    }

    /** Break: take the claim number out of JobRows.end, or of the file's name. */
    @Test
    void aWokenWorkerWithAnOldLeaseChangesNothing() throws IOException {
        Job job = started();
        LentJob asleep = jobs.claim("a", OVER).orElseThrow();
        write(asleep, "half");
        LentJob awake = jobs.claim("b", LEASE).orElseThrow();
        write(awake, "whole");
        assertThat(asleep.renew()).isFalse();
        assertThatThrownBy(() -> asleep.progress(1, 2)).isInstanceOf(JobRun.Lost.class);
        write(asleep, "late");
        assertThat(asleep.done("late")).isFalse();
        assertThat(awake.done("好")).isTrue();
        assertThat(jobs.find(maths, job.id()).orElseThrow().message()).isEqualTo("好");
        assertThat(read(job)).isEqualTo("whole");
    }

    @Test
    void progressIsSeenWhileItRuns() {
        Job job = started();
        LentJob lent = jobs.claim("a", LEASE).orElseThrow();
        lent.progress(3, 9);
        lent.renew();
        Job seen = jobs.find(maths, job.id()).orElseThrow();
        assertThat(seen.state()).isEqualTo(Job.State.RUNNING);
        assertThat(seen.done()).isEqualTo(3);
        assertThat(seen.total()).isEqualTo(9);
    }

    /** Break: compare the actor only, or nothing, in JobDesk.own. */
    @Test
    void anotherSeatsJobDoesNotExist() throws IOException {
        Job job = started();
        LentJob lent = jobs.claim("a", LEASE).orElseThrow();
        write(lent, "x");
        lent.done("好");
        assertThat(jobs.find(seats.admin(Seats.PROVINCE), job.id())).isEmpty();
        assertThat(jobs.open(seats.admin(Seats.PHYSICS), job.id())).isEmpty();
        assertThat(jobs.list(seats.viewer(Seats.PHYSICS))).isEmpty();
        assertThat(jobs.find(maths, job.id())).isPresent();
    }

    /** Break: write the file without the cipher, or keep the parameters as they are. */
    @Test
    void nothingOfAJobRestsInClear() throws IOException {
        Job job = started();
        LentJob lent = jobs.claim("a", LEASE).orElseThrow();
        write(lent, SECRET.repeat(20_000));
        lent.done("好");
        byte[] file = Files.readAllBytes(Path.of(environment.getProperty("TUANWU_FILES"), "jobs", job.id() + "-1"));
        assertThat(new String(file, StandardCharsets.ISO_8859_1)).doesNotContain(SECRET);
        assertThat(file.length).isGreaterThan(SECRET.length() * 20_000);
        byte[] parameters =
                database.queryForObject("SELECT parameters_sealed FROM job WHERE id = ?", byte[].class, job.id());
        assertThat(new String(parameters, StandardCharsets.ISO_8859_1)).doesNotContain(SECRET);
        assertThat(read(job)).hasSize(SECRET.length() * 20_000);
        assertThat(database.queryForObject(
                        "SELECT COUNT(*) FROM audit WHERE action = 'job.fetched' AND subject_id = ?",
                        Long.class,
                        job.id()))
                .isEqualTo(1);
    }

    @Test
    void aFailedJobLeavesNoFile() throws IOException {
        Job job = started();
        LentJob lent = jobs.claim("a", LEASE).orElseThrow();
        write(lent, "x");
        lent.failed("没有完成");
        assertThat(jobs.open(maths, job.id())).isEmpty();
        assertThat(Path.of(environment.getProperty("TUANWU_FILES"), "jobs", job.id() + "-1"))
                .doesNotExist();
    }

    /** Break: sweep after two days. */
    @Test
    void aDayAfterItsEndAJobIsGoneWithItsResult() throws IOException {
        Job job = started();
        LentJob lent = jobs.claim("a", LEASE).orElseThrow();
        write(lent, "x");
        lent.done("好");
        jobs.sweep();
        assertThat(jobs.find(maths, job.id())).isPresent();
        database.update("UPDATE job SET ended_at = DATE_SUB(ended_at, INTERVAL 25 HOUR)");
        jobs.sweep();
        assertThat(jobs.find(maths, job.id())).isEmpty();
        assertThat(Path.of(environment.getProperty("TUANWU_FILES"), "jobs", job.id() + "-1"))
                .doesNotExist();
    }

    @Test
    void whoHasFiveOpenWaits() {
        for (int i = 0; i < 5; i++) {
            started();
        }
        assertThat(People.refusalOf(jobs.start(maths, "test", ""))).isEqualTo("JOB_TOO_MANY");
        assertThat(People.value(jobs.start(seats.admin(Seats.PHYSICS), "test", "")))
                .isNotNull();
    }

    private Job started() {
        return People.value(jobs.start(maths, "test", SECRET));
    }

    private static void write(LentJob job, String text) throws IOException {
        try (OutputStream out = job.file("结果.txt", "text/plain")) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private String read(Job job) throws IOException {
        try (InputStream in = jobs.open(maths, job.id()).orElseThrow().content()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

package cn.tuanwu.api.job;

import cn.tuanwu.api.problem.Trace;
import cn.tuanwu.job.JobDesk;
import cn.tuanwu.job.JobRun;
import cn.tuanwu.job.JobWork;
import cn.tuanwu.job.LentJob;
import cn.tuanwu.kernel.Outcome;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Takes jobs and does them, two at a time. Killed at any line, its jobs are taken over when their leases end. */
@Component
class JobWorker implements SmartLifecycle {
    private static final Duration LEASE = Duration.ofSeconds(20);
    private static final int LANES = 2;
    private static final int LOOK_MILLIS = 400;
    private static final int WRITE_MILLIS = 300;
    private static final int RENEW_EVERY = 15;
    private static final int MOST_ATTEMPTS = 4;
    private static final int FAREWELL_SECONDS = 2;
    private static final String BROKE_OFF = "任务没有完成，请重新开始；多次失败请联系管理员。";
    private static final String UNSEATED = "没有权限继续：您在该组织的账号或角色已停用、移除或变更，未办理的部分已停止。";
    private static final Logger log = LoggerFactory.getLogger(JobWorker.class);

    private final JobDesk jobs;
    private final Map<String, JobWork> works;
    private final String owner = ManagementFactory.getRuntimeMXBean().getName();
    private ScheduledExecutorService lanes;
    private ScheduledExecutorService writer;

    JobWorker(JobDesk jobs, ObjectProvider<JobWork> works) {
        this.jobs = jobs;
        this.works = works.stream().collect(Collectors.toMap(JobWork::kind, Function.identity()));
    }

    private void look() {
        try {
            jobs.claim(owner, LEASE).ifPresent(this::work);
        } catch (DataAccessException e) {
            log.warn("No jobs are looked for while the database is away: {}", Trace.of(e));
        } catch (RuntimeException e) {
            log.error("Looking for jobs broke off: {}", Trace.of(e));
        }
    }

    private void work(LentJob job) {
        if (job.attempt() > MOST_ATTEMPTS) {
            log.error(
                    "Job {} ({}) was begun {} times and never ended: given up",
                    job.id(),
                    job.kind(),
                    job.attempt() - 1);
            giveUp(job, BROKE_OFF);
            return;
        }
        if (!job.stands()) {
            unseated(job);
            return;
        }
        ScheduledFuture<?> renewing =
                writer.scheduleWithFixedDelay(new Renewing(job), WRITE_MILLIS, WRITE_MILLIS, TimeUnit.MILLISECONDS);
        try {
            end(job);
        } finally {
            renewing.cancel(false);
        }
    }

    private void end(LentJob job) {
        JobWork work = works.get(job.kind());
        if (work == null) {
            log.error("Job {} failed: nobody does jobs of kind {}", job.id(), job.kind());
            job.failed(BROKE_OFF);
            return;
        }
        try {
            Outcome<String> outcome = work.work(job);
            boolean kept = outcome instanceof Outcome.Done<String> done
                    ? job.done(done.value())
                    : job.failed(((Outcome.Refused<String>) outcome).first().text());
            if (!kept) {
                log.warn("The lease of job {} ({}) ended before its work: another node has it", job.id(), job.kind());
            }
        } catch (JobRun.Lost e) {
            log.warn("Job {} ({}) was left: another node has it", job.id(), job.kind());
        } catch (JobRun.Unseated e) {
            unseated(job);
        } catch (DataAccessException e) {
            log.warn("Job {} ({}) is begun again when its lease ends: {}", job.id(), job.kind(), Trace.of(e));
        } catch (IOException | RuntimeException e) {
            brokeOff(job, e);
        }
    }

    private void brokeOff(LentJob job, Exception e) {
        if (lanes.isShutdown()) {
            log.warn("Job {} ({}) was interrupted by the end of this node: it is begun again", job.id(), job.kind());
            return;
        }
        log.error("Job {} ({}) failed: {}", job.id(), job.kind(), Trace.of(e));
        giveUp(job, BROKE_OFF);
    }

    private void unseated(LentJob job) {
        log.info("Job {} ({}) is given up: whoever started it has lost the seat or the role", job.id(), job.kind());
        giveUp(job, UNSEATED);
    }

    private void giveUp(LentJob job, String message) {
        JobWork work = works.get(job.kind());
        if (!job.failed(message) || work == null) {
            return;
        }
        try {
            work.givenUp(job);
        } catch (RuntimeException e) {
            log.warn("What job {} ({}) left behind stays as it is: {}", job.id(), job.kind(), Trace.of(e));
        }
    }

    /** Writes progress down when there is some, and renews the lease in any case long before it ends. */
    private static final class Renewing implements Runnable {
        private final LentJob job;
        private long written;
        private int idle;

        Renewing(LentJob job) {
            this.job = job;
        }

        @Override
        public void run() {
            long reached = job.reached();
            if (reached == written && ++idle < RENEW_EVERY) {
                return;
            }
            try {
                job.renew();
                written = reached;
                idle = 0;
            } catch (RuntimeException e) {
                log.warn("The lease of job {} could not be renewed just now: {}", job.id(), Trace.of(e));
            }
        }
    }

    @Override
    public void start() {
        writer = Executors.newSingleThreadScheduledExecutor(named("job-progress"));
        lanes = Executors.newScheduledThreadPool(LANES, named("job"));
        for (int lane = 0; lane < LANES; lane++) {
            lanes.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private static ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public void stop() {
        lanes.shutdownNow();
        writer.shutdownNow();
        try {
            if (!lanes.awaitTermination(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
                log.warn("The job worker stops with jobs unfinished: they are begun again when their leases end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return lanes != null && !lanes.isShutdown();
    }
}

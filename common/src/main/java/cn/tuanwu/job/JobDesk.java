package cn.tuanwu.job;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.Seat;
import cn.tuanwu.access.Seats;
import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Seal;
import cn.tuanwu.kernel.Seal.Place;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.org.OrgDesk;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Starts long work, lends it to one node at a time and keeps its result for a day. A job exists for the seat that started it
 * and for nobody else: not for the same actor in another role. Time is the database's; a woken node with an old lease changes nothing.
 */
@Service
public class JobDesk {
    private static final int MOST_OPEN = 5;
    private static final int KEPT_HOURS = 24;
    private static final int LONGEST_PARAMETERS = 15_000;
    private static final Refusal TOO_MANY = Refusal.of("JOB_TOO_MANY", "您有 " + MOST_OPEN + " 项任务还没有完成，请等它们完成后再试。");

    private final JobRows rows;
    private final ResultFolder results;
    private final Seats seats;
    private final OrgDesk organisations;
    private final AuditDesk audit;
    private final Seal seal;
    private final Ids ids;
    private final Clock clock;
    private final Tx tx;

    JobDesk(
            JobRows rows,
            ResultFolder results,
            Seats seats,
            OrgDesk organisations,
            AuditDesk audit,
            Seal seal,
            Ids ids,
            Clock clock,
            Tx tx) {
        this.rows = rows;
        this.results = results;
        this.seats = seats;
        this.organisations = organisations;
        this.audit = audit;
        this.seal = seal;
        this.ids = ids;
        this.clock = clock;
        this.tx = tx;
    }

    /**
     * Queues the work; some node begins it within a second. Joins the transaction. Refused with JOB_TOO_MANY.
     *
     * @param kind of a {@link JobWork}
     * @param parameters what the work needs to know; sealed, so it may be personal
     */
    public Outcome<Job> start(Caller.AtConsole caller, String kind, String parameters) {
        if (parameters.length() > LONGEST_PARAMETERS) {
            throw new IllegalArgumentException("the parameters of a job are ids and filters, not contents");
        }
        return tx.write(() -> {
            if (rows.open(caller.actor()) >= MOST_OPEN) {
                return Outcome.refused(TOO_MANY);
            }
            long id = ids.next();
            rows.insert(id, kind, caller.seat(), seal.seal(place(id), parameters));
            audit.append(caller.actor(), "job.started", "job", id, kind);
            return Outcome.done(rows.find(id).job());
        });
    }

    /** As {@link #start}; when the seat has this very work open already, it is that. */
    public Outcome<Job> startOnce(Caller.AtConsole caller, String kind, String parameters) {
        return mine(caller)
                .filter(row -> row.kind.equals(kind) && row.isOpen())
                .filter(row -> seal.open(place(row.id), row.parametersSealed).equals(parameters))
                .findFirst()
                .map(row -> Outcome.done(row.job()))
                .orElseGet(() -> start(caller, kind, parameters));
    }

    public Optional<Job> find(Caller.AtConsole caller, long id) {
        return own(caller, id).map(JobRow::job);
    }

    /** The caller's, newest first, at most 20. */
    public List<Job> list(Caller.AtConsole caller) {
        return mine(caller).map(JobRow::job).toList();
    }

    /** The result of a job that is done; who fetched it is kept first. To be closed by the caller of this method. */
    public Optional<Result> open(Caller.AtConsole caller, long id) throws IOException {
        Optional<JobRow> row = own(caller, id).filter(done -> done.state == Job.State.DONE && done.fileName != null);
        if (row.isEmpty()) {
            return Optional.empty();
        }
        tx.run(() -> audit.append(caller.actor(), "job.fetched", "job", id, row.get().kind));
        return Optional.of(new Result(row.get().fileName, row.get().fileType, results.read(id, row.get().claimNo)));
    }

    /** For a worker: one job, for as long as its lease is renewed; the worker asks first whether {@link LentJob#stands}. */
    public Optional<LentJob> claim(String owner, Duration lease) {
        for (JobRow row : rows.due()) {
            if (rows.claim(row.id, row.claimNo, owner, LentJob.micros(lease)) == 1) {
                JobRow mine = rows.find(row.id);
                Seat seat = seat(mine);
                return Optional.of(new LentJob(
                        mine,
                        seat,
                        () -> seats.again(seat).isPresent(),
                        seal.open(place(mine.id), mine.parametersSealed),
                        lease,
                        rows,
                        results));
            }
        }
        return Optional.empty();
    }

    /** Forgets what ended a day ago, with its result. Every node may do it. */
    public void sweep() {
        for (JobRow row : rows.endedBefore(KEPT_HOURS)) {
            results.drop(row.id, row.claimNo);
            tx.run(() -> rows.forget(row.id));
        }
        results.dropOlderThan(clock.instant().minus(Duration.ofHours(2 * KEPT_HOURS)));
    }

    private Stream<JobRow> mine(Caller.AtConsole caller) {
        return rows.of(caller.actor(), caller.organisation().id()).stream().filter(row -> isOf(caller, row));
    }

    private Optional<JobRow> own(Caller.AtConsole caller, long id) {
        return Optional.ofNullable(rows.find(id)).filter(row -> isOf(caller, row));
    }

    /** Who was given another role fetches nothing that was made for the former one. */
    private static boolean isOf(Caller.AtConsole caller, JobRow row) {
        return row.actor.equals(caller.actor())
                && row.organisationId == caller.organisation().id()
                && row.role == caller.seat().role();
    }

    /** As it was when it started the job. */
    private Seat seat(JobRow row) {
        return new Seat(
                row.actor, row.seatName, organisations.find(row.organisationId).orElseThrow(), row.role);
    }

    private static Place place(long id) {
        return new Place("job", "parameters", id);
    }

    /** What a job made. */
    public record Result(String name, String type, InputStream content) {}
}

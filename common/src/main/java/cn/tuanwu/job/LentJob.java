package cn.tuanwu.job;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.Seat;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** A job in the hands of one worker. What it says counts while its lease lasts. */
public final class LentJob implements JobRun {
    private final JobRow row;
    private final Seat seat;
    private final BooleanSupplier standing;
    private final String parameters;
    private final Duration lease;
    private final JobRows rows;
    private final ResultFolder results;
    private volatile long done;
    private volatile long total;
    private volatile boolean lost;
    private volatile boolean unseated;
    private String fileName;
    private String fileType;

    LentJob(
            JobRow row,
            Seat seat,
            BooleanSupplier standing,
            String parameters,
            Duration lease,
            JobRows rows,
            ResultFolder results) {
        this.row = row;
        this.seat = seat;
        this.standing = standing;
        this.parameters = parameters;
        this.lease = lease;
        this.rows = rows;
        this.results = results;
    }

    @Override
    public long id() {
        return row.id;
    }

    public String kind() {
        return row.kind;
    }

    /** How often it was begun, this time included. */
    public int attempt() {
        return row.claimNo;
    }

    @Override
    public <T extends Caller> T caller(Class<T> wanted) {
        return seat.as(wanted).orElseThrow(() -> new IllegalStateException("the starter's role gives no such caller"));
    }

    @Override
    public String parameters() {
        return parameters;
    }

    @Override
    public void progress(long done, long total) {
        if (lost) {
            throw new Lost();
        }
        if (unseated) {
            throw new Unseated();
        }
        this.done = done;
        this.total = total;
    }

    @Override
    public OutputStream file(String name, String type) throws IOException {
        fileName = name;
        fileType = type;
        return results.write(row.id, row.claimNo);
    }

    /** Whether whoever started it still sits where they sat, in that role; asked anew. */
    public boolean stands() {
        return standing.getAsBoolean();
    }

    /**
     * Writes down how far it is and keeps the lease; false when another has it, which the work learns at its next step, as
     * it does when the seat is gone.
     */
    public boolean renew() {
        boolean kept = rows.progress(row.id, row.claimNo, done, total, micros(lease)) == 1;
        lost = !kept;
        unseated = unseated || !stands();
        return kept;
    }

    /** A pair that changes whenever there is something new to write down. */
    public long reached() {
        return done * 31 + total;
    }

    /** @return false when another has it: nothing was changed */
    public boolean done(String message) {
        return end(Job.State.DONE, message);
    }

    /** As {@link #done}; what was written of a result is dropped. */
    public boolean failed(String message) {
        if (fileName != null) {
            results.drop(row.id, row.claimNo);
        }
        fileName = null;
        fileType = null;
        return end(Job.State.FAILED, message);
    }

    private boolean end(Job.State state, String message) {
        return rows.end(row.id, row.claimNo, state, message, done, total, fileName, fileType) == 1;
    }

    static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }
}

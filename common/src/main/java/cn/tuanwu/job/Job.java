package cn.tuanwu.job;

import java.time.Instant;

/**
 * A piece of long work and its life: QUEUED → RUNNING → DONE | FAILED; RUNNING of a dead node is taken over by another.
 *
 * @param message for people; null until there is something to say
 * @param fileName what the result is called; null when there is none, or not yet
 */
public record Job(
        long id,
        String kind,
        State state,
        long done,
        long total,
        String message,
        String fileName,
        Instant createdAt,
        Instant endedAt) {

    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED
    }
}

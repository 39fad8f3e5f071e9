package cn.tuanwu.push;

import java.time.Instant;

/** A push that can't work, as it is shown: ids and codes, nobody's name. */
public record DeadLetter(long id, PushKind kind, long subject, int attempts, String why, Instant made, Instant died) {

    static DeadLetter of(OutboxRow row) {
        return new DeadLetter(
                row.id, row.kind, row.subjectId, row.attempts, row.lastError, row.createdAt, row.settledAt);
    }
}

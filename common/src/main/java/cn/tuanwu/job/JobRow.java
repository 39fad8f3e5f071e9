package cn.tuanwu.job;

import cn.tuanwu.access.Seat;
import java.time.Instant;

class JobRow {
    long id;
    String kind;
    String actor;
    String seatName;
    long organisationId;
    Seat.Role role;
    byte[] parametersSealed;
    Job.State state;
    long done;
    long total;
    String message;
    String fileName;
    String fileType;
    int claimNo;
    Instant createdAt;
    Instant endedAt;

    boolean isOpen() {
        return state == Job.State.QUEUED || state == Job.State.RUNNING;
    }

    Job job() {
        return new Job(id, kind, state, done, total, message, fileName, createdAt, endedAt);
    }
}

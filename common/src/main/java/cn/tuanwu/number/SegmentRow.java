package cn.tuanwu.number;

import java.time.Instant;

class SegmentRow {
    long id;
    Long parentId;
    long organisationId;
    String prefix;
    int firstSerial;
    int lastSerial;
    String allocatedBy;
    Instant allocatedAt;
    Instant reclaimedAt;

    Segment segment() {
        return new Segment(
                id,
                parentId,
                organisationId,
                new NumberRange(prefix, firstSerial, lastSerial),
                allocatedAt,
                reclaimedAt);
    }
}

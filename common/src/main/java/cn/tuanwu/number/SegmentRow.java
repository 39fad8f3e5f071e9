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
    int given;
    int back;

    NumberRange range() {
        return new NumberRange(prefix, firstSerial, lastSerial);
    }

    Segment segment() {
        return new Segment(id, parentId, organisationId, range(), allocatedAt, reclaimedAt);
    }
}

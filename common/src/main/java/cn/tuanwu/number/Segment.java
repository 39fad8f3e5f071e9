package cn.tuanwu.number;

import java.time.Instant;

/**
 * A number segment (号段) as it was allocated once. What of it is whose now is asked of the desk.
 *
 * @param parentId the segment it was cut out of; null when it came from outside the house
 * @param reclaimedAt null while nothing of it went back
 */
public record Segment(
        long id, Long parentId, long organisationId, NumberRange range, Instant allocatedAt, Instant reclaimedAt) {}

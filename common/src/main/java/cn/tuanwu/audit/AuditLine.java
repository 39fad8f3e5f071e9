package cn.tuanwu.audit;

import java.time.Instant;

/** Who did what to which thing. */
public record AuditLine(
        long id,
        Instant happenedAt,
        Long organisationId,
        String actor,
        String action,
        String subjectKind,
        long subjectId,
        String detail) {}

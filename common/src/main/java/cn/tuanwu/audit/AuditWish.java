package cn.tuanwu.audit;

import java.time.Instant;

/**
 * Which lines are looked for; null means any.
 *
 * @param path the subtree they are about, as a prefix of paths; null only for who sees the whole tree
 * @param before an id: only lines older than that one
 */
public record AuditWish(
        String path,
        Instant from,
        Instant to,
        String actor,
        String action,
        String subjectKind,
        Long subjectId,
        Long before) {}

package cn.tuanwu.insight;

import java.time.Instant;
import java.util.List;

/** A filter as the tables understand it. */
record Found(
        long organisation,
        String state,
        String realName,
        String education,
        String ethnicity,
        String political,
        String joinFrom,
        String joinTo,
        Instant submittedFrom,
        Instant submittedBefore,
        String name,
        List<Long> ids) {}

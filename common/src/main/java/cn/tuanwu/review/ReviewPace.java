package cn.tuanwu.review;

import java.time.Duration;

/**
 * How long a task may wait.
 *
 * @param remindAfter then whoever holds its card is reminded
 * @param escalateAfter then the superior's operators and admins may decide as well
 */
public record ReviewPace(Duration remindAfter, Duration escalateAfter) {}

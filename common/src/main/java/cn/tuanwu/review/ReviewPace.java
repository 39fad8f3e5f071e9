package cn.tuanwu.review;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * How long a task may wait.
 *
 * @param remindAfter then whoever holds its card is reminded
 * @param escalateAfter then the superior's operators and admins may decide as well
 */
public record ReviewPace(Duration remindAfter, Duration escalateAfter) {
    /** People have to find each other's branches first (product §9). */
    private static final ReviewPace OF_TRANSFER = new ReviewPace(Duration.ofDays(3), Duration.ofDays(7));

    private static final Set<ReviewTask.Kind> SLOWER =
            EnumSet.of(ReviewTask.Kind.TRANSFER, ReviewTask.Kind.APPEAL, ReviewTask.Kind.LEAVING);

    ReviewPace of(ReviewTask.Kind kind) {
        return SLOWER.contains(kind) ? OF_TRANSFER : this;
    }
}

package cn.tuanwu.kernel;

import cn.tuanwu.review.ReviewTask;

/** Wrong on purpose: the kernel must not know review. Proves that the architecture test can fail. */
public class PlantedViolation {
    ReviewTask task;
}

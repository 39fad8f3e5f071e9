package cn.tuanwu.number;

import cn.tuanwu.org.TreeDesk;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a branch holds goes with it when it is merged. */
@Component
class TreeSegments {
    private final SegmentDesk segments;

    TreeSegments(SegmentDesk segments) {
        this.segments = segments;
    }

    @EventListener
    @Order(1)
    void merged(TreeDesk.BranchMerged merged) {
        segments.handOver(merged.from().id(), merged.into().id());
    }
}

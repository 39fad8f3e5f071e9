package cn.tuanwu.number;

import cn.tuanwu.org.TreeDesk;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Numbers go with their branch. */
@Component
class BranchNumbers {
    private final SegmentDesk segments;

    BranchNumbers(SegmentDesk segments) {
        this.segments = segments;
    }

    @EventListener
    void merged(TreeDesk.BranchMerged merged) {
        segments.handOver(merged.from().id(), merged.into().id());
    }
}

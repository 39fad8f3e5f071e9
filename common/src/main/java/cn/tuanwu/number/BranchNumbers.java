package cn.tuanwu.number;

import cn.tuanwu.org.Occupant;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.org.TreeDesk;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Numbers go with their branch when it is merged; free ones are taken back before an organisation is closed. */
@Component
class BranchNumbers implements Occupant {
    private final SegmentDesk segments;
    private final PieceRows pieces;

    BranchNumbers(SegmentDesk segments, PieceRows pieces) {
        this.segments = segments;
        this.pieces = pieces;
    }

    @Override
    public Optional<String> standingIn(Organisation organisation) {
        int free = pieces.heldBy(organisation.id()).stream()
                .mapToInt(piece -> piece.range().size() - piece.touched)
                .sum();
        return free == 0 ? Optional.empty() : Optional.of(free + " 个未用的团员编号");
    }

    @EventListener
    void merged(TreeDesk.BranchMerged merged) {
        segments.handOver(merged.from().id(), merged.into().id());
    }
}

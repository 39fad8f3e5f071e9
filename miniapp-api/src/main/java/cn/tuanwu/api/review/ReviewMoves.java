package cn.tuanwu.api.review;

import cn.tuanwu.leaving.Leaving;
import cn.tuanwu.leaving.LeavingBook;
import cn.tuanwu.rebind.RebindBook;
import cn.tuanwu.rebind.Rebinding;
import cn.tuanwu.registration.Edit.Change;
import cn.tuanwu.review.ReviewTask;
import cn.tuanwu.transfer.Transfer;
import cn.tuanwu.transfer.TransferBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What goes from where to where: of a re-binding the phone, of a transfer the branch, of an appeal also who sent it back and why. */
@Component
class ReviewMoves {
    private final RebindBook rebinds;
    private final TransferBook transfers;
    private final LeavingBook leavings;

    ReviewMoves(RebindBook rebinds, TransferBook transfers, LeavingBook leavings) {
        this.leavings = leavings;
        this.rebinds = rebinds;
        this.transfers = transfers;
    }

    /** Empty for other reviews. */
    List<Change> of(ReviewTask task) {
        if (task.kind() == ReviewTask.Kind.ERASURE) {
            return List.of(new Change("erasure", "个人信息", "账号、报到资料、志愿书等", "全部删除，不能恢复"));
        }
        return Optional.ofNullable(task.rebindingId())
                .flatMap(rebinds::find)
                .map(ReviewMoves::phone)
                .or(() -> Optional.ofNullable(task.transferId())
                        .flatMap(transfers::find)
                        .map(transfer -> branch(task, transfer)))
                .or(() -> Optional.ofNullable(task.appealId())
                        .flatMap(transfers::find)
                        .map(transfer -> appealed(task, transfer)))
                .or(() -> Optional.ofNullable(task.leavingId())
                        .flatMap(leavings::find)
                        .map(ReviewMoves::leaving))
                .orElse(List.of());
    }

    private static List<Change> phone(Rebinding rebinding) {
        return List.of(new Change(
                "phone",
                "手机号",
                rebinding.oldPhone().masked(),
                rebinding.newPhone().masked()));
    }

    /** Who only takes is not told the unit. */
    private static List<Change> branch(ReviewTask task, Transfer transfer) {
        List<Change> moves = new ArrayList<>();
        moves.add(new Change("branch", "所在团支部", transfer.from().name(), goal(transfer)));
        String words = transfer.words() == null ? "" : "：" + transfer.words();
        moves.add(new Change("transferReason", "转接原因", "", transfer.reason().label() + words));
        if (transfer.unit() != null && transfer.from().isWithin(task.branch())) {
            moves.add(new Change("unit", "学习或工作单位", "", transfer.unit()));
        }
        return moves;
    }

    private static List<Change> appealed(ReviewTask task, Transfer transfer) {
        List<Change> moves = branch(task, transfer);
        Transfer.Node node = transfer.nodes().get(transfer.appeal().node() - 1);
        moves.add(new Change(
                "returnedBy",
                "退回方",
                "",
                node.role().label() + " " + node.organisation().name()));
        moves.add(new Change("returned", "退回原因", "", transfer.appeal().reason()));
        return moves;
    }

    private static List<Change> leaving(Leaving leaving) {
        List<Change> moves = new ArrayList<>();
        moves.add(new Change("leaving", "申请事项", "", leaving.kind().label()));
        moves.add(new Change("branch", "所在团支部", "", leaving.branch().name()));
        moves.add(new Change("asker", "提出", "", leaving.startedBy() == null ? "团员本人" : leaving.startedBy()));
        if (leaving.agreedBy() != null) {
            moves.add(new Change("agreedBy", "团支部同意", "", leaving.agreedBy()));
        }
        if (leaving.cause() != null) {
            moves.add(new Change("cause", "删除原因", "", leaving.cause().label()));
        }
        if (leaving.words() != null) {
            moves.add(new Change("words", "原因说明", "", leaving.words()));
        }
        if (leaving.evidence() != null) {
            moves.add(new Change("evidence", "依据", "", leaving.evidence()));
        }
        return moves;
    }

    private static String goal(Transfer transfer) {
        if (transfer.place() == null) {
            return transfer.target().name();
        }
        Transfer.Place place = transfer.place();
        return String.join(
                " ",
                List.of(place.province(), word(place.city()), word(place.county()), place.name()).stream()
                        .filter(part -> !part.isEmpty())
                        .toList());
    }

    private static String word(String part) {
        return part == null ? "" : part;
    }
}

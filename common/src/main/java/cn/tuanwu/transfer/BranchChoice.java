package cn.tuanwu.transfer;

import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which branch takes the member, where the target is a committee: named by whoever speaks at its node. */
@Component
class BranchChoice {
    static final Refusal BRANCH_NEEDED =
            Refusal.at("branchId", "TRANSFER_BRANCH_NEEDED", "请先选择由哪个团支部接收，再同意（手机上请点“查看详情”）。");
    static final Refusal BRANCH_ELSEWHERE = Refusal.at("branchId", "TRANSFER_BRANCH_ELSEWHERE", "请选择转入组织下面的团支部。");
    static final Refusal BRANCH_SAME = Refusal.at("branchId", "TRANSFER_SAME_BRANCH", "该团员现在就在这个团支部，请选择其他团支部或退回。");
    static final Refusal BRANCH_UNASKED = Refusal.at("branchId", "TRANSFER_BRANCH_UNASKED", "这一步不需要指定团支部。");

    private final TransferRows rows;
    private final OrgDesk organisations;

    BranchChoice(TransferRows rows, OrgDesk organisations) {
        this.rows = rows;
        this.organisations = organisations;
    }

    /**
     * Keeps it; why not, if not.
     *
     * @param node at which it would be named
     * @param branchId null: nothing was said
     */
    Optional<Refusal> keep(Transfer transfer, TransferRow row, int node, Long branchId) {
        if (!transfer.assigns(node)) {
            return branchId == null ? Optional.empty() : Optional.of(BRANCH_UNASKED);
        }
        if (branchId == null) {
            return Optional.of(BRANCH_NEEDED);
        }
        Optional<Organisation> branch =
                organisations.holdBranch(branchId).filter(found -> found.isWithin(transfer.target()));
        if (branch.isEmpty()) {
            return Optional.of(BRANCH_ELSEWHERE);
        }
        if (branch.get().id() == transfer.from().id()) {
            return Optional.of(BRANCH_SAME);
        }
        return rows.assign(row, branch.get().id()) == 0 ? Optional.of(Transfer.MOVED_ON) : Optional.empty();
    }
}

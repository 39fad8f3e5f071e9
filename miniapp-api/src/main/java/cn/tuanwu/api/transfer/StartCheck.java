package cn.tuanwu.api.transfer;

import cn.tuanwu.api.transfer.MyTransferController.Blocker;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.org.Organisation;
import java.util.List;

/**
 * What stands in the way of a transfer of somebody's member.
 *
 * @param asked the names of who would have to agree, in this order
 */
record StartCheck(List<Blocker> blockers, List<String> asked) {
    private static final String NOT_THEIRS = "TRANSFER_MEMBER_UNKNOWN";

    /** Refused when there is no such member. */
    static Outcome<StartCheck> of(List<Refusal> blockers, List<Organisation> asked) {
        List<Refusal> nobody =
                blockers.stream().filter(one -> one.code().equals(NOT_THEIRS)).toList();
        return nobody.isEmpty()
                ? Outcome.done(new StartCheck(
                        blockers.stream().map(Blocker::of).toList(),
                        asked.stream().map(Organisation::name).toList()))
                : Outcome.refused(nobody);
    }
}

package cn.tuanwu.api.review;

import cn.tuanwu.api.TypedId;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.review.Decision;

/**
 * A decision as a page sends it.
 *
 * @param decision APPROVE or RETURN
 * @param reason for RETURN: a code of the detail's {@code reasons}
 * @param note for RETURN: the reviewer's own words, or nothing
 * @param branchId for APPROVE of a transfer to a committee: which branch takes the member; else nothing
 */
record TypedDecision(String decision, String reason, String note, String branchId) {
    private static final Refusal WHAT = Refusal.at("decision", "DECISION_INVALID", "请选择同意或退回。");

    Outcome<? extends Decision> read() {
        return switch (decision == null ? "" : decision) {
            case "APPROVE" ->
                Outcome.done(branchId == null ? new Decision.Approve() : new Decision.Assign(TypedId.of(branchId)));
            case "RETURN" -> Decision.SendBack.of(reason, note);
            default -> Outcome.refused(WHAT);
        };
    }

    @Override
    public String toString() {
        return "TypedDecision[" + decision + "]";
    }
}

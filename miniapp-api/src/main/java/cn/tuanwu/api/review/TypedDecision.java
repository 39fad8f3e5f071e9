package cn.tuanwu.api.review;

import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.review.Decision;

/**
 * A decision as a page sends it.
 *
 * @param decision APPROVE or RETURN
 * @param reason for RETURN: a code of the detail's {@code reasons}
 * @param note for RETURN: the reviewer's own words, or nothing
 */
record TypedDecision(String decision, String reason, String note) {
    private static final Refusal WHAT = Refusal.at("decision", "DECISION_INVALID", "请选择同意或退回。");

    Outcome<? extends Decision> read() {
        return switch (decision == null ? "" : decision) {
            case "APPROVE" -> Outcome.done(new Decision.Approve());
            case "RETURN" -> Decision.SendBack.of(reason, note);
            default -> Outcome.refused(WHAT);
        };
    }

    @Override
    public String toString() {
        return "TypedDecision[" + decision + "]";
    }
}

package cn.tuanwu.form;

import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.org.Organisation;
import java.time.Instant;

/**
 * A volunteer form (入团志愿书) and its life: STORING → FORMAL, when the member had none, else → WAITING → FORMAL | RETURNED |
 * WITHDRAWN (also when the member leaves the league). With the approval of a waiting one the formal one becomes REPLACED. A
 * member has one formal and one waiting form at most, and never none after there was one.
 *
 * @param branch where the member is now: forms go where the member goes
 * @param edition the member's how many-th, from 1; 0 while it is being stored
 * @param filedBy the name of who handed it in
 * @param decidedBy the name of who decided, null while nobody did, or nobody had to
 * @param reason why it was returned, or is over though nobody took it back; or null
 */
public record Form(
        long id,
        long registrationId,
        Organisation branch,
        State state,
        int edition,
        int pages,
        long bytes,
        Source source,
        String filedBy,
        Instant filedAt,
        String decidedBy,
        Instant decidedAt,
        String reason) {
    static final Refusal UNKNOWN = Refusal.of("FORM_UNKNOWN", "没有找到这份志愿书。");
    static final Refusal MOVED_ON = Refusal.of("FORM_MOVED_ON", "这份志愿书的状态已变化，请以最新状态为准。");

    public enum State {
        STORING("保存中"),
        WAITING("待审核"),
        FORMAL("正式"),
        REPLACED("已被替换"),
        RETURNED("已退回"),
        WITHDRAWN("已撤回");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Where it came from. */
    public enum Source {
        /** A PDF, at the console. */
        DESK,
        /** Photographed on the operators' page. */
        PAGE,
        /** Photographs sent in the chat. */
        CHAT
    }

    /** It is to replace another and waits for the superior; told in the transaction of the move. */
    public record Waits(long formId, long registrationId, Organisation branch) {}

    /** It waits no more, and nobody decided it; told in the transaction of the move. */
    public record Ended(long formId) {}

    static String key(long id) {
        return "form/" + id + ".pdf";
    }
}

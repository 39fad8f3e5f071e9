package cn.tuanwu.transfer;

import cn.tuanwu.org.Organisation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a member says against a transfer that was sent back (申诉), once for each transfer: OPEN → ACCEPTED (the transfer goes
 * on behind the node) | REFUSED (and that is the end) | WITHDRAWN (the member began another transfer, or is no member any
 * more). It begins nothing and holds nothing still; the superior of the node decides it.
 *
 * @param node which sent the transfer back
 * @param reason why
 * @param organisation who decides
 * @param pictures ids of those that support it
 * @param decidedBy a name; null: the member, or nobody yet
 * @param note why it was refused, or what was said with it; or null
 */
public record Appeal(
        State state,
        int node,
        String reason,
        Organisation organisation,
        String words,
        List<Long> pictures,
        Instant at,
        Instant decidedAt,
        String decidedBy,
        String note) {
    /** How long after the return. */
    public static final Duration WITHIN = Duration.ofDays(30);

    public enum State {
        OPEN("处理中"),
        ACCEPTED("申诉成立"),
        REFUSED("申诉未成立"),
        WITHDRAWN("已撤回");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** It waits for that organisation; told in the transaction of the deed. */
    public record Waits(long transferId, long registrationId, Organisation organisation) {}

    /** Another organisation decides it now. */
    public record Turned(long transferId, Organisation organisation) {}

    /** It is over, and nobody decided that. */
    public record Ended(long transferId) {}

    public boolean isOpen() {
        return state == State.OPEN;
    }

    @Override
    public String toString() {
        return "Appeal[" + state + "]";
    }
}

package cn.tuanwu.transfer;

import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.org.Organisation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A transfer (组织关系转接) and its life: OPEN → DONE | RETURNED (any node) | WITHDRAWN (whoever started it) | EXPIRED
 * (thirty days) | STOPPED (there is nothing left to transfer); RETURNED → OPEN once, by an appeal that was accepted.
 * While it is OPEN its nodes agree one after the other; nobody out of turn, and never by waiting. A member has one open
 * transfer at most.
 *
 * @param words the reason in words, or null
 * @param unit where the member will study or work, or null
 * @param from the branch the member leaves
 * @param target a branch, or a committee that assigns one; null: out of the province
 * @param place where to, out of the province; null else
 * @param to the branch the member comes to; null while it is not certain
 * @param node whose turn it is, or was last
 * @param startedBy a name; null: the member
 * @param endedBy a name; null: the member, or nobody
 * @param appeal what the member said against a return; null: nothing
 * @param canAppeal whether the member may still say something against its return
 * @param letter what leads the member out of the province; null while there is none
 */
public record Transfer(
        long id,
        long registrationId,
        Kind kind,
        Reason reason,
        String words,
        String unit,
        Organisation from,
        Organisation target,
        Place place,
        Organisation to,
        State state,
        int version,
        int node,
        Side startedSide,
        String startedBy,
        Instant startedAt,
        Instant expiresAt,
        Instant endedAt,
        String endedBy,
        String endReason,
        List<Node> nodes,
        Appeal appeal,
        boolean canAppeal,
        Letter letter) {
    public static final Duration OPEN_FOR = Duration.ofDays(30);
    static final Duration LAST_DAYS = Duration.ofDays(3);
    static final Refusal MOVED_ON = Refusal.of("TRANSFER_MOVED_ON", "这项转接的状态已变化，请以最新状态为准。");
    static final Refusal UNKNOWN = Refusal.of("TRANSFER_UNKNOWN", "没有找到这项转接。");

    public enum Kind {
        INSIDE("省内转接"),
        OUTSIDE("转往省外"),
        ORIGIN("退回原籍");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public enum Reason {
        WORK("工作"),
        STUDY("学习"),
        OTHER("其他");

        private final String label;

        Reason(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public enum State {
        OPEN("办理中"),
        DONE("已完成"),
        RETURNED("已退回"),
        WITHDRAWN("已撤回"),
        EXPIRED("已过期"),
        STOPPED("已终止");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Who started it. */
    public enum Side {
        MEMBER,
        OUT_BRANCH,
        IN_BRANCH
    }

    /** What its member is told. */
    public enum Step {
        STARTED,
        AGREED,
        RETURNED,
        DONE,
        WITHDRAWN,
        EXPIRED,
        STOPPED,
        EXPIRING,
        APPEAL_ACCEPTED,
        APPEAL_REFUSED
    }

    public enum Role {
        OUT_BRANCH("转出团支部"),
        OUT_SUPERIOR("转出上级"),
        IN_BRANCH("转入团支部"),
        /** Also the committee that was the target: it assigns the branch. */
        IN_SUPERIOR("转入上级");

        private final String label;

        Role(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        boolean isOut() {
            return this == OUT_BRANCH || this == OUT_SUPERIOR;
        }
    }

    public enum Turn {
        AHEAD,
        CURRENT,
        AGREED,
        RETURNED,
        SKIPPED
    }

    /** @param decidedBy a name; null while nobody decided */
    public record Node(
            int no,
            Role role,
            Organisation organisation,
            Turn turn,
            Instant openedAt,
            Instant decidedAt,
            String decidedBy,
            String note) {}

    /** Out of the province. */
    public record Place(String province, String city, String county, String name) {
        @Override
        public String toString() {
            return "Place[…]";
        }
    }

    /** It is a node's turn; told in the transaction of the move. */
    public record Waits(long transferId, int node, long registrationId, Organisation organisation) {}

    /** The node whose turn it is stands for another organisation now; told in the transaction of the change. */
    public record Turned(long transferId, Organisation organisation) {}

    /** It is over, and no node decided that; told in the transaction of the end. */
    public record Ended(long transferId) {}

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** Whose turn it is, or who was last. */
    public Node current() {
        return nodes.stream().filter(one -> one.no() == node).findFirst().orElseThrow();
    }

    /** Whether this node names the branch: the target is a committee, and it is that committee's turn. */
    public boolean assigns(int no) {
        return target != null
                && !target.isBranch()
                && nodes.stream()
                        .anyMatch(one -> one.no() == no
                                && one.role() == Role.IN_SUPERIOR
                                && one.organisation().id() == target.id());
    }

    @Override
    public String toString() {
        return "Transfer[" + id + " " + state + " " + node + "]";
    }
}

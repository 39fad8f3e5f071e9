package cn.tuanwu.graduation;

import java.time.Instant;
import java.util.regex.Pattern;

/** When members graduate: the month of a branch, or why it has none; the marks of those who are exceptions. */
public final class Graduation {
    private static final Pattern MONTH = Pattern.compile("20[0-9]{2}-(0[1-9]|1[0-2])");

    private Graduation() {}

    /** Why a branch has no month. */
    public enum None {
        TEACHERS("教师支部"),
        MIXED("混合支部");

        private final String label;

        None(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Why a member does not graduate with the branch. */
    public enum Mark {
        DELAYED("延期毕业"),
        STAYS("留校或教师");

        private final String label;

        Mark(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Whether a member's transfer is open, or done, or there is none. */
    public enum Standing {
        NONE,
        OPEN,
        DONE
    }

    /** Which branches. */
    public enum Which {
        /** Neither a month nor a reason. */
        UNMARKED,
        MONTH,
        WITHOUT
    }

    /**
     * A branch.
     *
     * @param month yyyy-MM, or null
     * @param members who is approved there
     * @param markedBy a name; null: nobody said anything yet
     */
    public record Branch(
            long id,
            String name,
            String code,
            String month,
            None none,
            int members,
            String markedBy,
            Instant markedAt) {}

    /**
     * A member of a branch.
     *
     * @param document masked; null when the member left for elsewhere
     * @param month when they graduate: their own, else the branch's
     * @param mark null: no exception
     * @param transferId of the open or finished one, or null
     */
    public record Graduate(
            long registrationId,
            String name,
            String document,
            long branchId,
            String branchName,
            String month,
            Mark mark,
            Standing standing,
            Long transferId) {
        @Override
        public String toString() {
            return "Graduate[" + registrationId + "]";
        }
    }

    /** @param unmarked branches of which nobody said anything yet */
    public record Counts(int branches, int unmarked, int without) {}

    static boolean isMonth(String typed) {
        return typed != null && MONTH.matcher(typed).matches();
    }
}

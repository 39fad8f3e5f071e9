package cn.tuanwu.capture;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Pages of one form, collected by one operator: OPEN → FILING → FILED; what was not filed is OPEN again, or ASIDE when a newer
 * one is open meanwhile. DROPPED by the operator, or by three days without a touch.
 *
 * @param whose chosen by the operator; null until then, and when the operator may not act for them any more
 * @param round counts the questions in the chat
 * @param problem why it was not filed; null unless that was tried
 * @param formId what became of it; null until FILED
 * @param pages in their order
 */
public record Batch(
        long id, long staffId, State state, Whose whose, int round, String problem, Long formId, List<Page> pages) {
    /** As many as a paper may have. */
    public static final int MOST_PAGES = 30;

    public enum State {
        OPEN,
        ASIDE,
        FILING,
        FILED,
        DROPPED;

        /** Whether it can still be changed. */
        public boolean isLive() {
            return this == OPEN || this == ASIDE;
        }
    }

    /** A member, as a card may name them. */
    public record Whose(long registrationId, String name, String phoneEnd, String branch) {

        /** 张*（尾号0000） */
        public String words() {
            return name + "（尾号" + phoneEnd + "）";
        }
    }

    /**
     * @param quarters turns to the right it is to be seen with
     * @param problem why it was refused or is lost, and what to do; null else
     */
    public record Page(long id, PageState state, int quarters, String problem, boolean told) {

        public boolean needsRetake() {
            return state == PageState.REFUSED || state == PageState.LOST;
        }
    }

    public enum PageState {
        /** Its picture is still at the platform. */
        WAITING,
        READY,
        REFUSED,
        /** The platform does not have it any more. */
        LOST,
        /** Taken out or replaced; kept so that its message is not taken again. */
        GONE
    }

    /** The numbers of the pages in this state, counted from 1. */
    public List<Integer> numbers(PageState wanted) {
        return IntStream.range(0, pages.size())
                .filter(at -> pages.get(at).state() == wanted)
                .mapToObj(at -> at + 1)
                .toList();
    }

    public boolean isReady() {
        return !pages.isEmpty() && pages.stream().allMatch(page -> page.state() == PageState.READY);
    }

    Optional<Page> page(long pageId) {
        return pages.stream().filter(page -> page.id() == pageId).findFirst();
    }
}

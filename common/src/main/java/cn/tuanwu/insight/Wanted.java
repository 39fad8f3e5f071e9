package cn.tuanwu.insight;

/**
 * Which page: the first, the one after a member, the one before a member, the last.
 *
 * @param after the id of the last member of the page before; or null
 * @param before the id of the first member of the page after; or null
 */
public record Wanted(Long after, Long before, boolean last, int size) {
    public static final int LARGEST = 100;

    public Wanted {
        size = Math.max(1, Math.min(size, LARGEST));
    }

    public static Wanted first(int size) {
        return new Wanted(null, null, false, size);
    }

    public static Wanted after(long id, int size) {
        return new Wanted(id, null, false, size);
    }

    public static Wanted before(long id, int size) {
        return new Wanted(null, id, false, size);
    }

    public static Wanted last(int size) {
        return new Wanted(null, null, true, size);
    }

    boolean isUpwards() {
        return last || before != null;
    }
}

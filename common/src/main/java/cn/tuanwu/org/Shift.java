package cn.tuanwu.org;

import java.util.Set;
import java.util.TreeSet;

/**
 * What a change of the tree means for whoever keeps a line for each organisation above something.
 *
 * @param who whose subtree went elsewhere
 * @param left above it no longer
 * @param entered above it from now on
 */
public record Shift(long who, Set<Long> left, Set<Long> entered) {

    static Shift of(long who, String before, String now) {
        Set<Long> left = lineage(before);
        Set<Long> entered = lineage(now);
        left.removeAll(lineage(now));
        entered.removeAll(lineage(before));
        // A branch that is merged: whoever stood in it is moved from there, not taken out of it.
        left.remove(who);
        return new Shift(who, left, entered);
    }

    /** The ids of a path, from the root to itself, in the order in which lines are locked. The caller's own. */
    public static Set<Long> lineage(String path) {
        Set<Long> ids = new TreeSet<>();
        for (String part : path.split("/")) {
            if (!part.isEmpty()) {
                ids.add(Long.valueOf(part));
            }
        }
        return ids;
    }
}

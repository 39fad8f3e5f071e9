package cn.tuanwu.org;

import java.util.EnumSet;
import java.util.Set;

/**
 * An organisation as others may see it.
 *
 * @param code unique in the house
 * @param path ids from the root to itself, "/1/10/100/": a prefix is a subtree
 * @param open false when it was closed: it stays for the records that name it, and nothing new happens there
 */
public record Organisation(
        long id, Long parentId, Kind kind, String name, String shortName, String code, String path, boolean open) {

    /** Members stand in branches only. */
    public enum Kind {
        LEADING_ORGAN("领导机关"),
        COMMITTEE("团委"),
        WORK_COMMITTEE("团工委"),
        GENERAL_BRANCH("团总支"),
        BRANCH("团支部");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** What may stand directly below. */
        public Set<Kind> below() {
            return switch (this) {
                case LEADING_ORGAN -> EnumSet.allOf(Kind.class);
                case COMMITTEE, WORK_COMMITTEE -> EnumSet.complementOf(EnumSet.of(LEADING_ORGAN));
                case GENERAL_BRANCH -> EnumSet.of(BRANCH);
                case BRANCH -> EnumSet.noneOf(Kind.class);
            };
        }
    }

    public boolean isBranch() {
        return kind == Kind.BRANCH;
    }

    public boolean isWithin(Organisation other) {
        return path.startsWith(other.path);
    }

    /** Within, and not the same. */
    public boolean isBelow(Organisation other) {
        return id != other.id && isWithin(other);
    }
}

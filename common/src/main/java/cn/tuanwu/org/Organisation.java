package cn.tuanwu.org;

/**
 * An organisation as others may see it.
 *
 * @param path ids from the root to itself, "/1/10/100/": a prefix is a subtree
 */
public record Organisation(long id, Long parentId, Kind kind, String name, String shortName, String path) {

    /** 领导机关, 团委, 团工委, 团总支, 团支部. Members stand in branches only. */
    public enum Kind {
        LEADING_ORGAN,
        COMMITTEE,
        WORK_COMMITTEE,
        GENERAL_BRANCH,
        BRANCH
    }

    public boolean isBranch() {
        return kind == Kind.BRANCH;
    }

    public boolean isWithin(Organisation other) {
        return path.startsWith(other.path);
    }
}

package cn.tuanwu.audit;

/**
 * Tells the organisation and the name of one kind of thing or actor. A room whose things are named in audit lines has one, over its
 * tables alone.
 */
public interface Whereabouts {
    /** As it stands in the line: "registration", "org-account". */
    String kind();

    /** Null when there is no such thing, or it belongs to no organisation. */
    Long organisationOf(long id);

    /** For people who read the audit, members masked; null when it has none. */
    default String nameOf(long id) {
        return null;
    }
}

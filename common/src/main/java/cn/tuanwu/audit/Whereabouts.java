package cn.tuanwu.audit;

/**
 * Tells the organisation of one kind of thing or actor. A room whose things are named in audit lines has one, over its
 * tables alone.
 */
public interface Whereabouts {
    /** As it stands in the line: "registration", "org-account". */
    String kind();

    /** Null when there is no such thing, or it belongs to no organisation. */
    Long organisationOf(long id);
}

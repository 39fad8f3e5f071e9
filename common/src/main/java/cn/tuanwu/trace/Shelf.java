package cn.tuanwu.trace;

/** Where a room keeps files outside the common store. */
public interface Shelf {
    /** What its keys begin with, such as {@code photo/}. */
    String prefix();

    /** Whether or not it is there; throws when it may still be there. */
    void drop(String key);
}

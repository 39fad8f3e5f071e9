package cn.tuanwu.api;

/** Ids travel as text. */
public final class TypedId {

    private TypedId() {}

    /** No id is zero: what is not a number belongs to nobody. */
    public static long of(String typed) {
        return typed != null && typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : 0;
    }
}

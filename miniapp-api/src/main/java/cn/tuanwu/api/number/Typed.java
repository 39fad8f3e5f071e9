package cn.tuanwu.api.number;

/** What comes in as text. */
final class Typed {

    private Typed() {}

    /** No id is zero: what is not a number belongs to nobody. */
    static long id(String typed) {
        return typed != null && typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : 0;
    }

    /** A whole number, zero when it is none. */
    static long position(Long typed) {
        return typed == null ? 0 : typed;
    }
}

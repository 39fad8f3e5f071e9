package cn.tuanwu.form;

import cn.tuanwu.realname.PersonName;

/** The beginning of a name as the tables know it. */
final class NameStart {

    private NameStart() {}

    /** A pattern for LIKE; null for nothing typed. */
    static String of(String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String normal = new PersonName(typed.strip()).normal();
        return normal.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + '%';
    }
}

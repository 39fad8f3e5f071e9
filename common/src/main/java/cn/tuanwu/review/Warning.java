package cn.tuanwu.review;

import cn.tuanwu.registration.RegistrationBook;
import java.util.List;

/** What a reviewer should look at twice. */
public enum Warning {
    JOINED_YOUNG("入团时未满 14 周岁，请核对入团说明。");

    private final String text;

    Warning(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    public static List<Warning> of(RegistrationBook.Sheet sheet) {
        return sheet.joinedYoung() ? List.of(JOINED_YOUNG) : List.of();
    }
}

package cn.tuanwu.api.review;

import cn.tuanwu.realname.RealName;
import cn.tuanwu.review.PendingDesk;
import cn.tuanwu.review.ReviewTask;
import java.time.Duration;
import java.util.Arrays;

/** Which of what waits, as a page asks for it. What it doesn't know counts for nothing. */
record TypedFilter(String kind, String realName, String organisation, Integer olderThanHours) {
    private static final int MOST_HOURS = 24 * 366;

    PendingDesk.Wish read() {
        boolean old = olderThanHours != null && olderThanHours > 0;
        return new PendingDesk.Wish(
                kind(kind),
                one(RealName.State.class, realName),
                blank(organisation) ? null : Long.valueOf(id(organisation)),
                old ? Duration.ofHours(Math.min(olderThanHours, MOST_HOURS)) : null);
    }

    static ReviewTask.Kind kind(String typed) {
        return one(ReviewTask.Kind.class, typed);
    }

    /** No id is zero: what is not a number belongs to nobody. */
    static long id(String typed) {
        return typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : 0;
    }

    private static boolean blank(String typed) {
        return typed == null || typed.isBlank();
    }

    private static <T extends Enum<T>> T one(Class<T> all, String typed) {
        return Arrays.stream(all.getEnumConstants())
                .filter(each -> each.name().equals(typed))
                .findFirst()
                .orElse(null);
    }
}

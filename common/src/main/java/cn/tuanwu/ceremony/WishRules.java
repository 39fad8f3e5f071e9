package cn.tuanwu.ceremony;

import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.kernel.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What every field of a record has to be, whoever takes part. */
final class WishRules {
    static final int MOST_MEMBERS = 500;
    static final int MOST_PHOTOS = 9;
    private static final int MOST_ATTENDING = 100_000;
    private static final int TEXT = 100;
    private static final int NAME = 60;
    private static final int NOTE = 500;
    private static final Instant FIRST =
            LocalDate.of(2000, 1, 1).atStartOfDay(ChinaTime.ZONE).toInstant();

    private WishRules() {}

    static List<Refusal> faults(Wish wish, Instant now) {
        List<Refusal> faults = new ArrayList<>();
        time(faults, wish.heldAt(), now);
        required(faults, "place", wish.place(), TEXT, "请填写举行地点。");
        required(faults, "theme", wish.theme(), TEXT, "请填写仪式主题。");
        required(faults, "host", wish.host(), NAME, "请填写主持人。");
        required(faults, "oathLeader", wish.oathLeader(), NAME, "请填写领誓人。");
        text(faults, "superior", wish.superior(), NAME);
        text(faults, "note", wish.note(), NOTE);
        if (!wish.programme().contains(Ceremony.Item.OATH)) {
            faults.add(Refusal.at("programme", "CEREMONY_WITHOUT_OATH", "请勾选完成的环节，入团宣誓是必不可少的。"));
        }
        members(faults, wish);
        photos(faults, wish);
        return faults;
    }

    private static void time(List<Refusal> faults, Instant heldAt, Instant now) {
        if (heldAt == null) {
            faults.add(Refusal.at("heldAt", "REQUIRED", "请选择举行时间。"));
        } else if (heldAt.isAfter(now) || heldAt.isBefore(FIRST)) {
            faults.add(Refusal.at("heldAt", "CEREMONY_TIME_INVALID", "举行时间不能晚于现在，也不能早于 2000 年。"));
        }
    }

    private static void members(List<Refusal> faults, Wish wish) {
        int members = wish.registrations().size();
        if (members == 0) {
            faults.add(Refusal.at("registrationIds", "REQUIRED", "请选择参加宣誓的新团员。"));
        } else if (members > MOST_MEMBERS) {
            faults.add(Refusal.at(
                    "registrationIds", "CEREMONY_TOO_MANY_MEMBERS", "一次最多选择 " + MOST_MEMBERS + " 名新团员，人数更多时请分开录入。"));
        }
        if (wish.attendance() == null) {
            faults.add(Refusal.at("attendance", "REQUIRED", "请填写参加人数。"));
        } else if (wish.attendance() < members || wish.attendance() < 1 || wish.attendance() > MOST_ATTENDING) {
            faults.add(Refusal.at("attendance", "CEREMONY_ATTENDANCE_INVALID", "参加人数不能少于宣誓的新团员人数（" + members + " 人）。"));
        }
    }

    private static void photos(List<Refusal> faults, Wish wish) {
        if (wish.photos().isEmpty()) {
            faults.add(Refusal.at("photos", "REQUIRED", "请至少添加一张现场照片。"));
        } else if (wish.photos().size() > MOST_PHOTOS) {
            faults.add(Refusal.at("photos", "PHOTO_TOO_MANY", "最多添加 " + MOST_PHOTOS + " 张照片。"));
        }
    }

    private static void required(List<Refusal> faults, String field, String text, int longest, String sentence) {
        if (text == null) {
            faults.add(Refusal.at(field, "REQUIRED", sentence));
        } else {
            text(faults, field, text, longest);
        }
    }

    private static void text(List<Refusal> faults, String field, String text, int longest) {
        if (text != null && text.codePointCount(0, text.length()) > longest) {
            faults.add(Refusal.at(field, "TOO_LONG", "最多填写 " + longest + " 个字。"));
        }
    }
}

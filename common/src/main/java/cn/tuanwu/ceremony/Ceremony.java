package cn.tuanwu.ceremony;

import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.org.Organisation;
import java.time.Instant;
import java.util.List;

/**
 * A ceremony (入团仪式) at which new members took the oath. Its record stays with the organisation that held it, whatever
 * becomes of that organisation or of the members.
 *
 * @param superior who attended for the superior, or null
 * @param programme what was done, in the official order
 * @param note null when there is none
 * @param recordedBy the name of who recorded it
 * @param version rises with every change; a change names the version it is about
 * @param oaths how many members took the oath
 */
public record Ceremony(
        long id,
        Organisation organisation,
        Instant heldAt,
        String place,
        String theme,
        String host,
        String oathLeader,
        String superior,
        int attendance,
        List<Item> programme,
        String note,
        String recordedBy,
        Instant recordedAt,
        int version,
        int oaths) {
    static final Refusal UNKNOWN = Refusal.of("CEREMONY_UNKNOWN", "没有找到这次入团仪式。");
    static final Refusal NOT_YOURS = Refusal.of("CEREMONY_NOT_YOURS", "只有录入人和上级管理员可以修改或删除这条记录。");
    static final Refusal MOVED_ON = Refusal.of("CEREMONY_MOVED_ON", "这条记录刚被别人修改过，请以最新内容为准。");

    /** What belongs to a ceremony, in the official order. */
    public enum Item {
        ANTHEM("奏唱国歌"),
        PURPOSE("宣布仪式目的和新团员名单"),
        HAND_OVER("颁发团章、团员证和团徽"),
        OATH("入团宣誓"),
        RIGHTS("宣读团员的权利和义务"),
        NEW_SPEECH("新团员代表发言"),
        OLD_SPEECH("老团员代表发言"),
        LEADER_SPEECH("领导讲话"),
        SONG("唱团歌"),
        OTHER("其他");

        private final String label;

        Item(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * Someone who took the oath there.
     *
     * @param name whole at a desk, masked on a phone
     * @param phone masked
     * @param branch where they are now
     * @param joinMonth null when nobody knows
     */
    public record Sworn(long registrationId, String name, String phone, Organisation branch, String joinMonth) {
        @Override
        public String toString() {
            return "Sworn[" + registrationId + "]";
        }
    }

    public enum What {
        RECORDED,
        CHANGED,
        DELETED
    }

    /** @param field a field of {@link Wish} */
    public record Change(String field, String before, String after) {}

    public record Step(Instant at, What what, String who, List<Change> changes) {}

    /**
     * All there is about one.
     *
     * @param photos their ids, in order
     * @param mayChange whether the caller may change or delete it
     */
    public record Details(
            Ceremony ceremony, List<Sworn> members, List<Long> photos, List<Step> history, boolean mayChange) {}

    /** @param next null when nothing comes after */
    public record Page(List<Ceremony> items, String next) {}
}

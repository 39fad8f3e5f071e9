package cn.tuanwu.leaving;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.registration.Registration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * 超龄离团: who turns 28 in a year, and who left. The branch confirms for each; nobody leaves by waiting. Who holds a duty stays;
 * for others the branch may say why it waits. The same cost for any page of any subtree.
 */
@Service
public class AgeDesk {
    private final AgeLists lists;
    private final AgeLeaving leaving;

    AgeDesk(AgeLists lists, AgeLeaving leaving) {
        this.lists = lists;
        this.leaving = leaving;
    }

    /** Whose birthday comes first, first. Refused with ORGANISATION_UNKNOWN, SEARCH_TOO_WIDE. */
    public Outcome<Page> turning(Caller.Viewer caller, Filter filter, String after, int size) {
        return lists.turning(caller, filter, after, size);
    }

    /** Who left, the latest first. Refused as above. */
    public Outcome<Gone> left(Caller.Viewer caller, Long organisation, String after, int size) {
        return lists.left(caller, organisation, after, size);
    }

    /**
     * The branch confirms: no member from now on, whatever was open ends. Refused with LEAVING_MEMBER_UNKNOWN, LEAGUE_LEFT,
     * LEAVING_OPEN, LEAVING_DUTY, LEAVING_TOO_EARLY, LEAVING_MOVED_ON.
     */
    public Outcome<Leaving> leave(Caller.Reviewer caller, long registrationId) {
        return leaving.leave(caller, registrationId);
    }

    /**
     * Why somebody who turned 28 stays for a while. Refused with LEAVING_MEMBER_UNKNOWN, LEAGUE_LEFT; beside fields with
     * LEAVING_UNTIL_INVALID, REQUIRED, TOO_LONG.
     */
    public Outcome<LocalDate> postpone(Caller.Reviewer caller, long registrationId, String until, String words) {
        return leaving.postpone(caller, registrationId, until, words);
    }

    /**
     * @param organisation within the caller's, or null for all of it
     * @param year in which they turn 28; null: everybody who is 28 by now
     */
    public record Filter(Long organisation, Integer year) {}

    /** What may happen now. */
    public enum Standing {
        /** The day has come, nothing is in the way. */
        DUE("可办理"),
        COMING("未到 28 周岁"),
        DUTY("担任职务，保留团籍"),
        POSTPONED("已说明暂缓"),
        ASKED("另有申请办理中");

        private final String label;

        Standing(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * @param phone masked
     * @param turns the day of 28
     * @param until of who is postponed, with the words and by whom; null else
     */
    public record Line(
            long registrationId,
            String name,
            String phone,
            Organisation branch,
            LocalDate turns,
            Standing standing,
            LocalDate until,
            String words,
            String grantedBy) {
        @Override
        public String toString() {
            return "Line[" + registrationId + " " + standing + "]";
        }
    }

    /** @param next null when nothing comes after */
    public record Page(List<Line> items, String next) {}

    /**
     * @param branch where they would come back to
     * @param was where they left from, when that was another; null else
     * @param refusal why they can't come back, or null
     */
    public record Former(
            long registrationId,
            String name,
            String phone,
            Registration.State state,
            Instant leftAt,
            Organisation branch,
            Organisation was,
            boolean asked,
            Refusal refusal) {
        @Override
        public String toString() {
            return "Former[" + registrationId + "]";
        }
    }

    public record Gone(List<Former> items, String next) {}
}

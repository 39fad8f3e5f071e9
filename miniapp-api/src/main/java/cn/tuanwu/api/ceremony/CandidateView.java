package cn.tuanwu.api.ceremony;

import cn.tuanwu.api.TypedId;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.ceremony.OathDesk;
import cn.tuanwu.kernel.Refusal;
import java.util.List;

/** A member to choose, or one who is still missing. */
record CandidateView(
        String registrationId, String name, String phone, CeremonyView.Place branch, String joinMonth, boolean taken) {
    static final int LARGEST_SIZE = 200;
    private static final int USUAL_SIZE = 50;
    private static final int LONGEST = 40;

    static CandidateView of(OathDesk.Candidate one) {
        return new CandidateView(
                Long.toString(one.registrationId()),
                one.name(),
                one.phone(),
                CeremonyView.Place.of(one.branch()),
                one.joinMonth(),
                one.taken());
    }

    static int size(Integer typed) {
        return typed == null ? USUAL_SIZE : Math.max(1, Math.min(typed, LARGEST_SIZE));
    }

    /** @param next null when nothing comes after */
    record Page(List<CandidateView> items, String next) {
        static Page of(OathDesk.Candidates page) {
            return new Page(page.items().stream().map(CandidateView::of).toList(), page.next());
        }
    }

    /**
     * Whom a page asks for.
     *
     * @param year of joining, or null for any
     * @param name the beginning of a name, or a whole phone number; then those who took it are among the answers
     */
    record Wanted(String organisation, Integer year, String name) {
        OathDesk.Wanted read() {
            if (name != null && name.length() > LONGEST || year != null && (year < 1949 || year > 9000)) {
                throw new RefusedRequest(List.of(Refusal.at("name", "FILTER_INVALID", "查询条件不正确，请重新填写。")));
            }
            return new OathDesk.Wanted(TypedId.of(organisation), year, name);
        }
    }
}

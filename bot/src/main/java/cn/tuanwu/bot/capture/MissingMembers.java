package cn.tuanwu.bot.capture;

import cn.tuanwu.access.Caller;
import cn.tuanwu.capture.Batch.Whose;
import cn.tuanwu.form.MissingDesk;
import java.util.List;
import org.springframework.stereotype.Component;

/** Members an operator may mean, masked. */
@Component
class MissingMembers {
    /** A card's list holds ten, one of them is no member. */
    private static final int ON_CARD = 9;

    private static final int IN_WORDS = 5;

    private final MissingDesk members;

    MissingMembers(MissingDesk members) {
        this.members = members;
    }

    /** Who lack a form, the nearest deadline first. */
    List<Whose> first(long staffId) {
        return read(staffId, "", ON_CARD);
    }

    /** Whom these words may mean, one more than is to be listed. */
    List<Whose> meant(long staffId, String query) {
        return read(staffId, query, IN_WORDS + 1);
    }

    private List<Whose> read(long staffId, String query, int most) {
        return members.ofStaff(new Caller.Staff(staffId, ""), query, most).stream()
                .map(one -> new Whose(
                        one.registrationId(),
                        one.name(),
                        one.phone(),
                        one.branch().name()))
                .toList();
    }
}

package cn.tuanwu.insight;

import cn.tuanwu.realname.RealName;
import cn.tuanwu.registration.Registration;
import java.time.LocalDate;

/**
 * Whom a list shows; null means: whatever. The organisation is the caller's own unless another in its subtree is named.
 *
 * @param name its beginning, whichever dot was typed
 * @param phone whole
 * @param number a document's or a member's, whole
 */
public record MemberFilter(
        Long organisationId,
        Registration.State state,
        RealName.State realName,
        String education,
        String ethnicity,
        String political,
        String joinFrom,
        String joinTo,
        LocalDate submittedFrom,
        LocalDate submittedTo,
        String name,
        String phone,
        String number) {

    public static final MemberFilter ALL =
            new MemberFilter(null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** Whether the counters alone know how many there are. */
    boolean isCounted() {
        return realName == null
                && education == null
                && ethnicity == null
                && political == null
                && joinFrom == null
                && joinTo == null
                && submittedFrom == null
                && submittedTo == null
                && name == null
                && phone == null
                && number == null;
    }

    @Override
    public String toString() {
        return "MemberFilter[…]";
    }
}

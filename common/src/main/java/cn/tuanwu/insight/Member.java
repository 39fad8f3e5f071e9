package cn.tuanwu.insight;

import cn.tuanwu.realname.RealName;
import cn.tuanwu.registration.History;
import cn.tuanwu.registration.Registration;
import java.time.Instant;
import java.util.List;

/**
 * A line of 我的团员. Phone and document are masked unless somebody asked for them in clear and said why.
 *
 * @param education in words, as every coded field
 * @param addedAt 添加日期
 */
public record Member(
        long id,
        String name,
        String phone,
        String document,
        RealName.State realName,
        String education,
        String gender,
        String ethnicity,
        String occupation,
        String political,
        String joinMonth,
        String memberNumber,
        Instant addedAt,
        Instant submittedAt,
        Registration.State state,
        long branchId,
        String branch) {

    @Override
    public String toString() {
        return "Member[" + id + "]";
    }

    /** What a list shows at once; newest first. */
    public record Page(List<Member> items, boolean hasPrevious, boolean hasNext) {}

    /** @param more whether there are more than were counted; null: nobody knows how many within the time there is */
    public record Total(long members, Boolean more) {}

    /** One member more closely. */
    public record Details(
            Member member,
            String documentKind,
            String birthDate,
            String unit,
            Instant decidedAt,
            String decidedBy,
            String returnReason,
            List<History.Step> history) {}
}

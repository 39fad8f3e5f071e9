package cn.tuanwu.api.insight;

import cn.tuanwu.insight.Member;
import cn.tuanwu.registration.History;
import cn.tuanwu.registration.Registration;
import java.time.Instant;
import java.util.List;

/** A line of the list; phone and document masked. */
record MemberView(
        String id,
        String name,
        String phone,
        String documentNumber,
        String realName,
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
        String stateLabel,
        Branch branch) {

    static MemberView of(Member member) {
        return new MemberView(
                Long.toString(member.id()),
                member.name(),
                member.phone(),
                member.document(),
                member.realName().label(),
                member.education(),
                member.gender(),
                member.ethnicity(),
                member.occupation(),
                member.political(),
                member.joinMonth(),
                member.memberNumber(),
                member.addedAt(),
                member.submittedAt(),
                member.state(),
                label(member.state()),
                new Branch(Long.toString(member.branchId()), member.branch()));
    }

    /** 报到资料状态, in the words of the operating guides. */
    static String label(Registration.State state) {
        return switch (state) {
            case DRAFT -> "未提交";
            case PENDING -> "资料待审核";
            case RETURNED -> "资料被退回";
            case WITHDRAWN -> "已撤回";
            case APPROVED -> "资料已通过";
            case EDIT_PENDING -> "修改待审核";
            case EDIT_RETURNED -> "修改被退回";
            case LEFT_AT_28 -> "已超龄离团";
            case LEFT_VOLUNTARILY -> "已退团";
            case LEFT_OUTSIDE -> "已转出省外";
        };
    }

    record Branch(String id, String name) {}

    /** One page. {@code next} and {@code previous} say whether there is one. */
    record Page(List<MemberView> items, boolean previous, boolean next) {
        static Page of(Member.Page page) {
            return new Page(page.items().stream().map(MemberView::of).toList(), page.hasPrevious(), page.hasNext());
        }
    }

    /** @param text 12 or 1000+, or that nobody knows */
    record Total(long members, String text) {
        static Total of(Member.Total total) {
            if (total.more() == null) {
                return new Total(0, "较多");
            }
            return new Total(total.members(), total.members() + (total.more() ? "+" : ""));
        }
    }

    record Step(Instant at, String what, String who, String note) {
        static Step of(History.Step step) {
            return new Step(step.at(), step.what().label(), step.who() == null ? "团员本人" : step.who(), step.note());
        }
    }

    record Details(
            MemberView member,
            String documentKind,
            String birthDate,
            String unit,
            Instant decidedAt,
            String decidedBy,
            String returnReason,
            List<Step> history) {
        static Details of(Member.Details details) {
            return new Details(
                    MemberView.of(details.member()),
                    details.documentKind(),
                    details.birthDate(),
                    details.unit(),
                    details.decidedAt(),
                    details.decidedBy(),
                    details.returnReason(),
                    details.history().stream().map(Step::of).toList());
        }
    }
}

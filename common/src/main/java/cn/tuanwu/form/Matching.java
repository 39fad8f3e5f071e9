package cn.tuanwu.form;

import cn.tuanwu.kernel.Blind;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.org.OrgDesk;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds whose form a file is, by its name alone, among those the caller may file for. */
@Component
class Matching {
    private static final Refusal UNREADABLE =
            Refusal.of("FORM_NAME_UNREADABLE", "文件名不符合要求，应为“姓名+手机号码+入团志愿书.pdf”，例如：张三+13800000000+入团志愿书.pdf。");
    private static final Refusal PHONE_UNKNOWN =
            Refusal.of("FORM_MEMBER_UNKNOWN", "您负责的组织内没有使用这个手机号码的团员，请核对文件名中的手机号码。");
    private static final Refusal NAME_DIFFERS = Refusal.of("FORM_NAME_DIFFERS", "文件名中的姓名与使用这个手机号码的团员不一致，请核对姓名和手机号码。");

    private final FormRows rows;
    private final FilingRules rules;
    private final OrgDesk organisations;
    private final Blind blind;

    Matching(FormRows rows, FilingRules rules, OrgDesk organisations, Blind blind) {
        this.rows = rows;
        this.rules = rules;
        this.organisations = organisations;
        this.blind = blind;
    }

    Outcome<FormDesk.Match> match(Reach reach, String typed) {
        Optional<FileName> file = FileName.read(typed);
        if (file.isEmpty()) {
            return Outcome.refused(UNREADABLE);
        }
        MemberRow member = rows.byPhone(blind.of("phone", file.get().phone().number()));
        if (!rules.isWithin(reach, member)) {
            return Outcome.refused(PHONE_UNKNOWN);
        }
        if (!file.get().isNameOf(member.name)) {
            return Outcome.refused(NAME_DIFFERS);
        }
        return rules.member(reach, member)
                .<Outcome<FormDesk.Match>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(new FormDesk.Match(
                        member.id,
                        member.name,
                        organisations.find(member.branchId).orElseThrow())));
    }
}

package cn.tuanwu.registration;

import cn.tuanwu.account.AccountDesk;
import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.number.MemberNumber;
import cn.tuanwu.number.NumberDesk;
import cn.tuanwu.org.OrgDesk;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Judges a profile by the rules and by what others hold already. Nothing is kept: only the submission itself decides. */
@Component
class Judging {
    static final Refusal BRANCH_UNKNOWN = Refusal.at("branchId", "BRANCH_UNKNOWN", "没有找到这个团支部，请重新选择。");

    private static final Set<String> DOCUMENT = Set.of("documentKind", "documentNumber");

    private final ProfileRules rules;
    private final Cautions cautions;
    private final Submissions submissions;
    private final RegistrationRows rows;
    private final OrgDesk organisations;
    private final AccountDesk accounts;
    private final NumberDesk numbers;
    private final Clock clock;

    Judging(
            ProfileRules rules,
            Cautions cautions,
            Submissions submissions,
            RegistrationRows rows,
            OrgDesk organisations,
            AccountDesk accounts,
            NumberDesk numbers,
            Clock clock) {
        this.rules = rules;
        this.cautions = cautions;
        this.submissions = submissions;
        this.rows = rows;
        this.organisations = organisations;
        this.accounts = accounts;
        this.numbers = numbers;
        this.clock = clock;
    }

    List<Refusal> faults(Profile profile) {
        List<Refusal> faults = new ArrayList<>(rules.faults(profile, ChinaTime.date(clock.instant())));
        if (profile.branchId() != null
                && organisations.branch(profile.branchId()).isEmpty()) {
            faults.add(BRANCH_UNKNOWN);
        }
        return faults;
    }

    /** @param own the asker's registration, or null: what it holds itself is not taken */
    RegistrationDesk.Check check(RegistrationRow own, Profile profile) {
        List<Refusal> faults = faults(profile);
        boolean readable = faults.stream().noneMatch(fault -> DOCUMENT.contains(fault.field()));
        Long holder = readable ? rows.accountWithDocument(submissions.documentBlind(profile)) : null;
        if (holder != null && (own == null || own.accountId != holder)) {
            faults.add(taken(profile));
        }
        MemberNumber.read(profile.memberNumber())
                .flatMap(number -> numbers.whyTaken(number, own == null ? 0 : own.id))
                .ifPresent(faults::add);
        return new RegistrationDesk.Check(faults, cautions.of(profile));
    }

    /** Another account has the document; it may have set it free this very moment. */
    Refusal taken(Profile profile) {
        String phone = Optional.ofNullable(rows.accountWithDocument(submissions.documentBlind(profile)))
                .flatMap(accounts::find)
                .map(account -> account.phone().masked())
                .orElse("其他手机号");
        return Refusal.at(
                "documentNumber", "DOCUMENT_TAKEN", "该证件号码已由手机号 " + phone + " 报到，请用原手机号登录；如原手机号已停用，可申请换绑手机号。");
    }
}

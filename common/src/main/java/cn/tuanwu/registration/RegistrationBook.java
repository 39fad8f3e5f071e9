package cn.tuanwu.registration;

import cn.tuanwu.access.Caller;
import cn.tuanwu.account.AccountDesk;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Seal;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.realname.PersonName;
import cn.tuanwu.realname.RealName;
import cn.tuanwu.realname.RealNameDesk;
import cn.tuanwu.realname.ResidentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Reads registrations: the member's certificate, the reviewer's sheet. Masked, always. */
@Service
public class RegistrationBook {
    private final RegistrationRows rows;
    private final RealNameDesk realNames;
    private final OrgDesk organisations;
    private final AccountDesk accounts;
    private final Codes codes;
    private final Cautions cautions;
    private final EditBook edits;
    private final Seal seal;

    RegistrationBook(
            RegistrationRows rows,
            RealNameDesk realNames,
            OrgDesk organisations,
            AccountDesk accounts,
            Codes codes,
            Cautions cautions,
            EditBook edits,
            Seal seal) {
        this.rows = rows;
        this.realNames = realNames;
        this.organisations = organisations;
        this.accounts = accounts;
        this.codes = codes;
        this.cautions = cautions;
        this.edits = edits;
        this.seal = seal;
    }

    /** 认证资料 of the caller. Refused with NOT_APPROVED until the branch approved. */
    public Outcome<Certificate> certificate(Caller.OwnAccount caller) {
        RegistrationRow row = rows.byAccount(caller.accountId());
        if (row != null && row.state.isLeft()) {
            return Outcome.refused(Refusal.of("LEAGUE_LEFT", "您已离团，认证资料和电子团员证不再有效；如属误办，请联系原团支部申请恢复团籍。"));
        }
        if (row == null || !row.state.isMember()) {
            return Outcome.refused(Refusal.of("NOT_APPROVED", "支部审核通过后才能查看认证资料。"));
        }
        return Outcome.done(new Certificate(
                row.name,
                maskedDocument(row),
                row.birthDate.toString(),
                row.gender == null ? null : row.gender.equals("1") ? "男" : "女",
                row.joinMonth,
                row.memberNumber,
                organisations.find(row.branchId).orElseThrow(),
                maskedPhone(row),
                codes.name("politicalStatus", row.political),
                codes.name("ethnicity", row.ethnicity),
                codes.name("education", row.fullTimeEducation),
                row.decidedAt,
                realName(row).state()));
    }

    /** For a reviewer of the branch: only what a card may show. */
    public Optional<Sheet> sheet(long registrationId) {
        return Optional.ofNullable(rows.find(registrationId))
                .filter(row -> row.branchId != null)
                .map(this::sheet);
    }

    /** The name a branch approved of this account's owner. */
    public Optional<String> approvedName(long accountId) {
        return Optional.ofNullable(rows.byAccount(accountId))
                .filter(row -> row.state.isMember())
                .map(row -> row.name);
    }

    /** A change after the approval, as its reviewer may see it. */
    public Edit edit(long editId) {
        return edits.find(editId);
    }

    Registration registration(RegistrationRow row) {
        Registration.Reason returned = row.state == Registration.State.RETURNED
                ? new Registration.Reason(row.returnCode, row.returnReason)
                : null;
        return new Registration(
                row.id,
                row.accountId,
                row.state,
                row.version,
                row.branchId == null ? null : organisations.find(row.branchId).orElse(null),
                row.branchId == null ? null : realName(row),
                row.submittedAt,
                row.decidedAt,
                row.decidedBy,
                returned,
                row.state.isEdit() ? edits.latest(row.id).orElse(null) : null,
                row.leftAt);
    }

    RealName realName(RegistrationRow row) {
        // No provider checks overseas documents: they wait for the offline path (product §4).
        return row.realnameId == null
                ? new RealName(null, RealName.State.FAILED)
                : realNames.find(row.realnameId).orElseThrow();
    }

    private Sheet sheet(RegistrationRow row) {
        return new Sheet(
                row.id,
                row.accountId,
                row.state,
                row.version,
                new PersonName(row.name).masked(),
                maskedDocument(row),
                maskedPhone(row),
                organisations.find(row.branchId).orElseThrow(),
                row.joinMonth,
                cautions.of(row),
                realName(row).state(),
                row.submittedAt,
                row.returnReason);
    }

    private String maskedDocument(RegistrationRow row) {
        return ResidentId.mask(seal.open(Submissions.documentPlace(row.id), row.documentSealed));
    }

    private String maskedPhone(RegistrationRow row) {
        return accounts.find(row.accountId).orElseThrow().phone().masked();
    }

    /** 认证资料. Everything is the member's own; document and phone are masked even so. */
    public record Certificate(
            String name,
            String document,
            String birthDate,
            String gender,
            String joinMonth,
            String memberNumber,
            Organisation branch,
            String phone,
            String politicalStatus,
            String ethnicity,
            String fullTimeEducation,
            Instant approvedAt,
            RealName.State realName) {}

    /**
     * What a reviewer sees at a glance; name, document and phone masked.
     *
     * @param cautions what to look at more closely
     */
    public record Sheet(
            long registrationId,
            long accountId,
            Registration.State state,
            int version,
            String name,
            String document,
            String phone,
            Organisation branch,
            String joinMonth,
            List<Caution> cautions,
            RealName.State realName,
            Instant submittedAt,
            String returnReason) {

        /** In words, for a card; empty when nothing is unusual. That only paper proves a number is no surprise there. */
        public String caution() {
            return cautions.stream()
                    .filter(one -> one != Caution.NUMBER_UNVERIFIED)
                    .map(Caution::text)
                    .collect(Collectors.joining());
        }
    }
}

package cn.tuanwu.registration;

import cn.tuanwu.kernel.Blind;
import cn.tuanwu.kernel.Seal;
import cn.tuanwu.kernel.Seal.Place;
import cn.tuanwu.number.MemberNumber;
import cn.tuanwu.realname.PersonName;
import cn.tuanwu.realname.RealName;
import cn.tuanwu.realname.RealNameDesk;
import cn.tuanwu.realname.ResidentId;
import java.time.Instant;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/** Turns a judged profile into the row that is submitted: sealed, indexed, with its real-name check begun. */
@Component
class Submissions {
    private final Drafts drafts;
    private final RealNameDesk realNames;
    private final Seal seal;
    private final Blind blind;

    Submissions(Drafts drafts, RealNameDesk realNames, Seal seal, Blind blind) {
        this.drafts = drafts;
        this.realNames = realNames;
        this.seal = seal;
        this.blind = blind;
    }

    /** Fills the row of an open registration; the profile has no faults. */
    void fill(RegistrationRow row, Profile profile, Instant now) {
        record(row, profile);
        row.draftSealed = drafts.seal(row.id, profile).orElseThrow();
        row.submittedAt = now;
    }

    /** The columns alone. */
    void record(RegistrationRow row, Profile profile) {
        identity(row, profile);
        row.joinMonth = profile.joinMonth();
        row.joinAgeNote = text(profile.joinAgeNote());
        row.memberNumber = MemberNumber.read(profile.memberNumber())
                .map(MemberNumber::text)
                .orElse(null);
        row.branchId = profile.branchId();
        cadre(row, profile);
        row.income = text(profile.income());
        row.ethnicity = profile.ethnicity();
        row.political = profile.politicalStatus();
        row.fullTimeEducation = profile.fullTimeEducation();
        row.highestEducation = text(profile.highestEducation());
        row.occupation = profile.occupation();
        contact(row, profile);
    }

    byte[] documentBlind(Profile profile) {
        return blind.of("document", document(profile));
    }

    static Place documentPlace(long id) {
        return new Place("registration", "document", id);
    }

    private void identity(RegistrationRow row, Profile profile) {
        PersonName name = PersonName.read(profile.name()).orElseThrow();
        String document = document(profile);
        boolean passedOffline = isPassedOffline(row, name, documentBlind(profile));
        row.name = name.text();
        row.documentKind = profile.documentKind();
        row.documentSealed = seal.seal(documentPlace(row.id), document);
        row.documentBlind = documentBlind(profile);
        row.birthDate = ProfileRules.birthDate(profile).orElseThrow();
        row.gender = profile.isOverseas() ? null : String.valueOf(new ResidentId(document).gender());
        if (!passedOffline) {
            row.realnameId = profile.isOverseas()
                    ? null
                    : realNames
                            .begin(name, new ResidentId(document), row.accountId)
                            .id();
        }
    }

    /** People looked at this very document: what else the member changes does not undo that. */
    private boolean isPassedOffline(RegistrationRow row, PersonName name, byte[] document) {
        return row.realnameId != null
                && Arrays.equals(document, row.documentBlind)
                && new PersonName(row.name).normal().equals(name.normal())
                && realNames.find(row.realnameId).orElseThrow().state() == RealName.State.OFFLINE;
    }

    private static void cadre(RegistrationRow row, Profile profile) {
        row.cadre = profile.isCadre();
        row.duty = row.cadre ? profile.duty() : null;
        row.dutySince = row.cadre ? profile.dutySince() : null;
        row.dutyKind = row.cadre ? profile.dutyKind() : null;
        row.partyCommittee = row.cadre && Boolean.TRUE.equals(profile.partyCommittee());
    }

    private static void contact(RegistrationRow row, Profile profile) {
        row.household = text(profile.household());
        row.joinUnit = text(profile.joinUnit());
        row.unit = text(profile.unit());
        row.email = text(profile.email());
        row.qq = text(profile.qq());
        row.wechat = text(profile.wechat());
        row.weibo = text(profile.weibo());
        row.partyJoinMonth = text(profile.partyJoinMonth());
        row.volunteerMonth = text(profile.volunteerMonth());
    }

    private static String document(Profile profile) {
        return profile.isOverseas()
                ? OverseasDocument.normal(profile.documentNumber())
                : ResidentId.read(profile.documentNumber()).orElseThrow().number();
    }

    private static String text(String typed) {
        return ProfileRules.blank(typed) ? null : typed.strip();
    }
}

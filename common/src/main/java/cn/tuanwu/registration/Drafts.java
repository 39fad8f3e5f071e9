package cn.tuanwu.registration;

import cn.tuanwu.kernel.Seal;
import cn.tuanwu.kernel.Seal.Place;
import cn.tuanwu.realname.ResidentId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what the member typed, sealed whole, until the registration is approved. */
@Component
class Drafts {
    private static final int MOST_BYTES = 12_000;

    private final Seal seal;
    private final JsonMapper json;

    Drafts(Seal seal, JsonMapper json) {
        this.seal = seal;
        this.json = json;
    }

    /** Empty when it is too large to be kept. */
    Optional<byte[]> seal(long id, Profile profile) {
        byte[] sealed = seal.seal(place(id), json.writeValueAsString(profile));
        return sealed.length > MOST_BYTES ? Optional.empty() : Optional.of(sealed);
    }

    Profile profile(RegistrationRow row) {
        if (row.draftSealed == null) {
            return submitted(row);
        }
        Profile typed = json.readValue(seal.open(place(row.id), row.draftSealed), Profile.class);
        return row.state.isEditable() ? typed : masked(typed);
    }

    /** What was typed, as it was typed: never to be shown to anybody but its owner. */
    Profile typed(RegistrationRow row) {
        return json.readValue(seal.open(place(row.id), row.draftSealed), Profile.class);
    }

    private static Profile masked(Profile p) {
        return withNumber(p, p.documentNumber() == null ? null : ResidentId.mask(p.documentNumber()));
    }

    private static Profile withNumber(Profile p, String number) {
        return new Profile(
                p.name(),
                p.documentKind(),
                number,
                p.birthDate(),
                p.joinMonth(),
                p.joinAgeNote(),
                p.branchId(),
                p.income(),
                p.cadre(),
                p.duty(),
                p.dutySince(),
                p.dutyKind(),
                p.partyCommittee(),
                p.ethnicity(),
                p.politicalStatus(),
                p.fullTimeEducation(),
                p.highestEducation(),
                p.household(),
                p.joinUnit(),
                p.occupation(),
                p.unit(),
                p.email(),
                p.qq(),
                p.wechat(),
                p.weibo(),
                p.memberNumber(),
                p.partyJoinMonth(),
                p.volunteerMonth());
    }

    /** What was approved, from the columns; the number stays masked. */
    private Profile submitted(RegistrationRow row) {
        return row.documentSealed == null ? columns(row, null) : masked(whole(row));
    }

    /** What was approved with its number in clear: to be compared and judged, never to be shown. */
    Profile whole(RegistrationRow row) {
        return columns(row, seal.open(Submissions.documentPlace(row.id), row.documentSealed));
    }

    private static Profile columns(RegistrationRow row, String number) {
        String birth = row.birthDate == null ? null : row.birthDate.toString();
        return new Profile(
                row.name,
                row.documentKind,
                number,
                birth,
                row.joinMonth,
                row.joinAgeNote,
                row.branchId,
                row.income,
                row.cadre,
                row.duty,
                row.dutySince,
                row.dutyKind,
                row.partyCommittee,
                row.ethnicity,
                row.political,
                row.fullTimeEducation,
                row.highestEducation,
                row.household,
                row.joinUnit,
                row.occupation,
                row.unit,
                row.email,
                row.qq,
                row.wechat,
                row.weibo,
                row.memberNumber,
                row.partyJoinMonth,
                row.volunteerMonth);
    }

    private static Place place(long id) {
        return new Place("registration", "draft", id);
    }
}

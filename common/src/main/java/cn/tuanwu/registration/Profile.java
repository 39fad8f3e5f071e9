package cn.tuanwu.registration;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a member fills in (product §3), as typed. A draft may leave out anything; {@link ProfileRules} judges a submission.
 * Months are yyyy-MM, dates yyyy-MM-dd, coded fields hold codes of {@link Codes}, the household a code of
 * {@link Regions} or words. As JSON it says what was filled in,
 * and the branch id as text: it is larger than what JavaScript counts exactly.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonAutoDetect(isGetterVisibility = JsonAutoDetect.Visibility.NONE)
public record Profile(
        String name,
        String documentKind,
        String documentNumber,
        String birthDate,
        String joinMonth,
        String joinAgeNote,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Long branchId,
        String income,
        Boolean cadre,
        String duty,
        String dutySince,
        String dutyKind,
        Boolean partyCommittee,
        String ethnicity,
        String politicalStatus,
        String fullTimeEducation,
        String highestEducation,
        String household,
        String joinUnit,
        String occupation,
        String unit,
        String email,
        String qq,
        String wechat,
        String weibo,
        String memberNumber,
        String partyJoinMonth,
        String volunteerMonth) {

    public static final String RESIDENT_ID = "RESIDENT_ID";
    public static final String OVERSEAS = "OVERSEAS";

    public static final Profile EMPTY = new Profile(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null, null, null, null, null, null, null, null, null, null);

    public boolean isCadre() {
        return Boolean.TRUE.equals(cadre);
    }

    public boolean isOverseas() {
        return OVERSEAS.equals(documentKind);
    }

    @Override
    public String toString() {
        return "Profile[…]";
    }
}

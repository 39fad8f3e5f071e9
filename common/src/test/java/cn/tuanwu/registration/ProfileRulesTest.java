package cn.tuanwu.registration;

import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.support.Identities;
import cn.tuanwu.support.ProfileFixture;
import cn.tuanwu.support.RoomTest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class ProfileRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Autowired
    ProfileRules rules;

    @Test
    void aCompleteProfileHasNoFaults() {
        assertThat(faults(aProfile())).isEmpty();
    }

    @Test
    void everyFaultIsToldAtOnceBesideItsField() {
        Profile empty = new Profile(
                null,
                "RESIDENT_ID",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        assertThat(rules.faults(empty, TODAY))
                .extracting(Refusal::field)
                .containsExactlyInAnyOrder(
                        "name",
                        "documentNumber",
                        "branchId",
                        "joinMonth",
                        "ethnicity",
                        "politicalStatus",
                        "fullTimeEducation",
                        "occupation");
        assertThat(rules.faults(empty, TODAY))
                .allSatisfy(fault -> assertThat(fault.text()).endsWith("。"));
    }

    @Test
    void aWrongChecksumAFutureDateAndAChildAreToldApart() {
        String right = Identities.residentId(LocalDate.of(2005, 3, 14));
        char last = right.charAt(17) == '1' ? '2' : '1';
        assertThat(faults(aProfile().document(right.substring(0, 17) + last))).containsExactly("DOCUMENT_INVALID");
        assertThat(faults(aProfile().bornOn(LocalDate.of(2030, 1, 1)))).contains("BIRTH_DATE_FUTURE");
        assertThat(faults(aProfile()
                        .bornOn(TODAY.minusYears(14).plusDays(1))
                        .joined("2026-11")
                        .numbered("202644000001")))
                .contains("UNDER_14");
        assertThat(faults(aProfile()
                        .bornOn(TODAY.minusYears(14))
                        .joined("2026-11")
                        .numbered("202644000001")))
                .isEmpty();
    }

    @Test
    void betweenThirteenAndFourteenAnExplanationIsNeeded() {
        ProfileFixture young = aProfile().bornOn(LocalDate.of(2007, 3, 14)).joined("2020-05");
        assertThat(faults(young)).containsExactly("JOIN_AGE_NOTE_REQUIRED");
        assertThat(faults(young.explaining("初中提前入团，有县级团委批复"))).isEmpty();
        assertThat(faults(aProfile().bornOn(LocalDate.of(2007, 6, 1)).joined("2020-05")))
                .containsExactly("JOIN_TOO_YOUNG");
        assertThat(faults(aProfile()
                        .bornOn(LocalDate.of(2004, 5, 1))
                        .joined("2016-05")
                        .numbered(null)
                        .explaining("说明")))
                .isEmpty();
    }

    @Test
    void theMemberNumberGoesWithTheYear() {
        assertThat(faults(aProfile().numbered(null))).containsExactly("MEMBER_NUMBER_REQUIRED");
        assertThat(faults(aProfile().numbered("20204412345"))).containsExactly("MEMBER_NUMBER_LENGTH");
        assertThat(faults(aProfile().numbered("201944123456"))).containsExactly("MEMBER_NUMBER_YEAR");
        ProfileFixture of2018 = aProfile().bornOn(LocalDate.of(2002, 1, 1)).joined("2018-03");
        assertThat(faults(of2018.numbered("201744123456"))).isEmpty();
        assertThat(faults(of2018.numbered("201644123456"))).containsExactly("MEMBER_NUMBER_YEAR");
        assertThat(faults(aProfile()
                        .bornOn(LocalDate.of(2000, 1, 1))
                        .joined("2016-12")
                        .numbered(null)))
                .isEmpty();
        assertThat(faults(aProfile()
                        .bornOn(LocalDate.of(2000, 1, 1))
                        .joined("2017-01")
                        .numbered(null)))
                .containsExactly("MEMBER_NUMBER_REQUIRED");
    }

    @Test
    void codesNamesAndFormsAreJudged() {
        assertThat(faults(aProfile().ofEthnicity("??"))).containsExactly("CODE_UNKNOWN");
        assertThat(faults(aProfile().named("张3"))).containsExactly("NAME_INVALID");
        assertThat(faults(aProfile().email("not an address"))).containsExactly("EMAIL_INVALID");
        assertThat(faults(aProfile().joined("2027-01"))).contains("JOIN_MONTH_FUTURE");
        assertThat(faults(aProfile().asCadre())).containsExactlyInAnyOrder("REQUIRED", "REQUIRED", "MONTH_INVALID");
    }

    @Test
    void anOverseasDocumentNeedsABirthDateAndNoChecksum() {
        assertThat(faults(aProfile().overseas("H1234567", "2005-03-14"))).isEmpty();
        assertThat(faults(aProfile().overseas("H1234567", null))).contains("BIRTH_DATE_INVALID");
        assertThat(faults(aProfile().overseas("H1", "2005-03-14"))).containsExactly("DOCUMENT_INVALID");
    }

    private List<String> faults(ProfileFixture profile) {
        return rules.faults(profile.build(), TODAY).stream().map(Refusal::code).toList();
    }
}

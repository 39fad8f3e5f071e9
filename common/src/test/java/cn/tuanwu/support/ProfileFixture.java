package cn.tuanwu.support;

import cn.tuanwu.registration.Profile;
import java.time.LocalDate;

/** A profile without faults, and prose to spoil it: {@code aProfile().named("张3").build()}. */
public final class ProfileFixture {
    private String name = "欧阳明";
    private String documentKind = Profile.RESIDENT_ID;
    private String documentNumber = Identities.residentId(LocalDate.of(2005, 3, 14));
    private String birthDate;
    private String joinMonth = "2020-05";
    private String joinAgeNote;
    private Long branchId = People.MATHS_2301;
    private String memberNumber = Identities.memberNumber(2020);
    private String ethnicity = "01";
    private String email;
    private boolean cadre;

    private ProfileFixture() {}

    public static ProfileFixture aProfile() {
        return new ProfileFixture();
    }

    public ProfileFixture named(String typed) {
        name = typed;
        return this;
    }

    public ProfileFixture document(String typed) {
        documentNumber = typed;
        return this;
    }

    public ProfileFixture overseas(String number, String born) {
        documentKind = Profile.OVERSEAS;
        documentNumber = number;
        birthDate = born;
        return this;
    }

    public ProfileFixture bornOn(LocalDate birth) {
        return document(Identities.residentId(birth));
    }

    public ProfileFixture joined(String month) {
        joinMonth = month;
        return this;
    }

    public ProfileFixture explaining(String note) {
        joinAgeNote = note;
        return this;
    }

    public ProfileFixture inBranch(Long id) {
        branchId = id;
        return this;
    }

    public ProfileFixture numbered(String number) {
        memberNumber = number;
        return this;
    }

    public ProfileFixture ofEthnicity(String code) {
        ethnicity = code;
        return this;
    }

    public ProfileFixture email(String typed) {
        email = typed;
        return this;
    }

    public ProfileFixture asCadre() {
        cadre = true;
        return this;
    }

    public Profile build() {
        return new Profile(
                name,
                documentKind,
                documentNumber,
                birthDate,
                joinMonth,
                joinAgeNote,
                branchId,
                null,
                cadre,
                null,
                null,
                null,
                null,
                ethnicity,
                "03",
                "21",
                null,
                null,
                null,
                "06",
                null,
                email,
                null,
                null,
                null,
                memberNumber,
                null,
                null);
    }
}

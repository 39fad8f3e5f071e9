package cn.tuanwu.registration;

import static cn.tuanwu.support.People.refusalOf;
import static cn.tuanwu.support.People.value;
import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.realname.RealName;
import cn.tuanwu.realname.RealName.Result;
import cn.tuanwu.support.Identities;
import cn.tuanwu.support.People;
import cn.tuanwu.support.RoomTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@RoomTest
@Tag("story")
class RegistrationDeskTest {

    @Autowired
    RegistrationDesk registrations;

    @Autowired
    RegistrationBook book;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate database;

    @Test
    void aDraftIsKeptAsTypedAndSealed() {
        Caller.OwnAccount member = people.someoneRegistered();
        Profile typed = aProfile().named("李𬱖").document("half a num").build();
        value(registrations.saveDraft(member, typed));
        assertThat(registrations.profile(member)).contains(typed);
        assertThat(registrations.mine(member))
                .get()
                .extracting(Registration::state)
                .isEqualTo(Registration.State.DRAFT);
    }

    @Test
    void whatWasSubmittedIsShownMaskedAndCantBeChanged() {
        Caller.OwnAccount member = people.someoneRegistered();
        String number = Identities.residentId(LocalDate.of(2005, 1, 2));
        value(registrations.submit(member, aProfile().document(number).build()));
        assertThat(registrations.profile(member).orElseThrow().documentNumber())
                .startsWith("999***")
                .isNotEqualTo(number);
        assertThat(refusalOf(registrations.submit(member, aProfile().build()))).isEqualTo("REGISTRATION_PENDING");
        assertThat(refusalOf(registrations.saveDraft(member, aProfile().build())))
                .isEqualTo("REGISTRATION_PENDING");
    }

    @Test
    void oneDocumentIsRegisteredOnceAndTheSecondIsToldThePhoneMasked() {
        String number = Identities.residentId(LocalDate.of(2005, 1, 2));
        people.someoneSubmitted(aProfile().document(number));
        Caller.OwnAccount other = people.someoneRegistered();
        Outcome<Registration> second =
                registrations.submit(other, aProfile().document(number).build());
        Refusal refusal = ((Outcome.Refused<Registration>) second).first();
        assertThat(refusal.code()).isEqualTo("DOCUMENT_TAKEN");
        assertThat(refusal.field()).isEqualTo("documentNumber");
        assertThat(refusal.text()).containsPattern("139\\*{4}\\d{4}");
        assertThat(registrations.mine(other)).isEmpty();
    }

    @Test
    void aMemberNumberIsUsedOnceWhileItsRegistrationIsOpen() {
        String number = Identities.memberNumber(2020);
        Caller.OwnAccount first = people.someoneRegistered();
        value(registrations.submit(first, aProfile().numbered(number).build()));
        Caller.OwnAccount second = people.someoneRegistered();
        Profile same = aProfile().numbered(number).build();
        assertThat(refusalOf(registrations.submit(second, same))).isEqualTo("MEMBER_NUMBER_TAKEN");
        value(registrations.withdraw(first));
        assertThat(value(registrations.submit(second, same)).state()).isEqualTo(Registration.State.PENDING);
    }

    @Test
    void anUnknownBranchOrACommitteeIsRefusedAndNothingIsStored() {
        Caller.OwnAccount member = people.someoneRegistered();
        assertThat(refusalOf(
                        registrations.submit(member, aProfile().inBranch(100L).build())))
                .isEqualTo("BRANCH_UNKNOWN");
        assertThat(refusalOf(
                        registrations.submit(member, aProfile().inBranch(5L).build())))
                .isEqualTo("BRANCH_UNKNOWN");
        assertThat(registrations.mine(member)).isEmpty();
    }

    @Test
    void aPairThatFailedIsNotSentAgain() {
        String number = Identities.residentId(LocalDate.of(2005, 1, 2));
        Caller.OwnAccount member = people.someoneRegistered();
        Profile profile = aProfile().document(number).build();
        Registration first = value(registrations.submit(member, profile));
        people.checked(first, Result.MISMATCH);
        value(registrations.withdraw(member));
        Registration again = value(registrations.submit(member, profile));
        assertThat(again.realName()).isEqualTo(new RealName(first.realName().id(), RealName.State.FAILED));
        assertThat(database.queryForObject(
                        "SELECT COUNT(*) FROM outbox WHERE kind = 'REALNAME_CHECK' AND subject_id = ?",
                        Integer.class,
                        first.realName().id()))
                .isEqualTo(1);
    }

    @Test
    void theCertificateWaitsForTheApproval() {
        Caller.OwnAccount member = people.someoneRegistered();
        assertThat(refusalOf(book.certificate(member))).isEqualTo("NOT_APPROVED");
    }

    @Test
    void noTableHoldsADocumentOrPhoneInClear() {
        String number = Identities.residentId(LocalDate.of(2005, 7, 7));
        people.someoneSubmitted(aProfile().document(number));
        for (String table : database.queryForList("SHOW TABLES", String.class)) {
            database.query("SELECT * FROM " + table, row -> {
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    byte[] cell = row.getBytes(i);
                    String text = cell == null ? "" : new String(cell, java.nio.charset.StandardCharsets.ISO_8859_1);
                    assertThat(text)
                            .as(table)
                            .doesNotContain(number)
                            .doesNotContainPattern("(?<!\\d)139[0-9]{8}(?!\\d)");
                }
            });
        }
    }
}

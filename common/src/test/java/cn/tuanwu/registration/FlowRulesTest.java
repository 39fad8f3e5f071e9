package cn.tuanwu.registration;

import static cn.tuanwu.support.People.LI_SI;
import static cn.tuanwu.support.People.ZHANG_SAN;
import static cn.tuanwu.support.People.ZHAO_MIN;
import static cn.tuanwu.support.People.refusalOf;
import static cn.tuanwu.support.People.value;
import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.realname.RealName;
import cn.tuanwu.realname.RealName.Result;
import cn.tuanwu.realname.RealNameDesk;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.ReturnReason;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.review.ReviewTask;
import cn.tuanwu.support.Identities;
import cn.tuanwu.support.People;
import cn.tuanwu.support.RoomTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The way of a registration, each rule of field research §2.4 with its number. */
@RoomTest
@Tag("registration")
class FlowRulesTest {
    private static final Decision APPROVE = new Decision.Approve();
    private static final Decision RETURN = new Decision.SendBack(ReturnReason.JOIN_MONTH_WRONG);

    @Autowired
    RegistrationDesk registrations;

    @Autowired
    ReviewDesk reviews;

    @Autowired
    RealNameDesk realNames;

    @Autowired
    People people;

    @Test
    @DisplayName("§2.4 R1 draft → pending → returned → pending → withdrawn → pending → approved")
    void theWholeWay() {
        Caller.OwnAccount member = people.someoneRegistered();
        Profile profile = aProfile().build();
        assertThat(value(registrations.saveDraft(member, profile)).state()).isEqualTo(Registration.State.DRAFT);
        Registration sent = value(registrations.submit(member, profile));
        value(reviews.decideOnPhone(ZHANG_SAN, people.openTaskOf(sent), RETURN));
        assertThat(stateOf(member)).isEqualTo(Registration.State.RETURNED);
        value(registrations.submit(member, profile));
        value(registrations.withdraw(member));
        assertThat(stateOf(member)).isEqualTo(Registration.State.WITHDRAWN);
        Registration last = value(registrations.submit(member, profile));
        people.checked(last, Result.MATCH);
        value(reviews.decideOnPhone(ZHANG_SAN, people.openTaskOf(last), APPROVE));
        assertThat(stateOf(member)).isEqualTo(Registration.State.APPROVED);
        assertThat(refusalOf(registrations.submit(member, profile))).isEqualTo("REGISTRATION_APPROVED");
        assertThat(refusalOf(registrations.withdraw(member))).isEqualTo("NOT_PENDING");
    }

    @Test
    @DisplayName("§2.4 R3 the chosen branch's operators review, nobody else's")
    void theChosenBranchReviews() {
        long task = people.openTaskOf(people.someoneSubmitted(aProfile(), Result.MATCH));
        assertThat(refusalOf(reviews.decideOnPhone(ZHAO_MIN, task, APPROVE))).isEqualTo("NOT_YOUR_TASK");
        value(reviews.decideOnPhone(LI_SI, task, APPROVE));
    }

    @Test
    @DisplayName("§2.4 R4 a return tells its reason")
    void aReturnTellsItsReason() {
        Registration sent = people.someoneSubmitted(aProfile());
        value(reviews.decideOnPhone(ZHANG_SAN, people.openTaskOf(sent), RETURN));
        assertThat(registrations
                        .mine(new Caller.OwnAccount(sent.accountId()))
                        .orElseThrow()
                        .returned())
                .isEqualTo(new Registration.Reason("JOIN_MONTH_WRONG", ReturnReason.JOIN_MONTH_WRONG.text()));
    }

    @Test
    @DisplayName("§2.4 R5 a phone approves only after the real-name check; it returns at any time")
    void aPhoneApprovesOnlyWhatIsChecked() {
        Registration sent = people.someoneSubmitted(aProfile());
        long task = people.openTaskOf(sent);
        assertThat(refusalOf(reviews.decideOnPhone(ZHANG_SAN, task, APPROVE))).isEqualTo("REALNAME_CHECKING");
        people.checked(sent, Result.MISMATCH);
        assertThat(refusalOf(reviews.decideOnPhone(ZHANG_SAN, task, APPROVE))).isEqualTo("REALNAME_FAILED");
        value(reviews.decideOnPhone(ZHANG_SAN, task, RETURN));
    }

    @Test
    @DisplayName("§2.4 R6 what is decided is not decided again")
    void whatIsDecidedStays() {
        long task = people.openTaskOf(people.someoneSubmitted(aProfile(), Result.MATCH));
        value(reviews.decideOnPhone(ZHANG_SAN, task, APPROVE));
        assertThat(refusalOf(reviews.decideOnPhone(LI_SI, task, RETURN))).isEqualTo("ALREADY_DECIDED");
    }

    @Test
    @DisplayName("§2.4 R8 a pair that failed is not asked about again")
    void aFailedPairIsNotAskedAgain() {
        String number = Identities.residentId(LocalDate.of(2005, 1, 2));
        Caller.OwnAccount member = people.someoneRegistered();
        Registration first =
                value(registrations.submit(member, aProfile().document(number).build()));
        people.checked(first, Result.MISMATCH);
        value(registrations.withdraw(member));
        Registration again =
                value(registrations.submit(member, aProfile().document(number).build()));
        assertThat(again.realName()).isEqualTo(new RealName(first.realName().id(), RealName.State.FAILED));
    }

    @Test
    @DisplayName("§2.4 R10 a mismatch is asked once more, then it failed")
    void aMismatchIsAskedOnceMore() {
        Registration sent = people.someoneSubmitted(aProfile());
        realNames.work(sent.realName().id(), (name, number) -> Result.MISMATCH);
        assertThat(checkOf(sent)).isEqualTo(RealName.State.CHECKING);
        realNames.work(sent.realName().id(), (name, number) -> Result.MISMATCH);
        assertThat(checkOf(sent)).isEqualTo(RealName.State.FAILED);
    }

    @Test
    @DisplayName("§2.4 R11 nobody checks an overseas document online")
    void anOverseasDocumentWaitsForPaper() {
        Registration sent =
                people.someoneSubmitted(aProfile().overseas("H" + System.nanoTime() % 100_000_000, "2005-03-14"));
        assertThat(sent.realName()).isEqualTo(new RealName(null, RealName.State.FAILED));
    }

    @Test
    @DisplayName("§2.4 R12 submitted again it is a new task; the old one says so")
    void submittedAgainItIsANewTask() {
        Caller.OwnAccount member = people.someoneRegistered();
        Registration sent = value(registrations.submit(member, aProfile().build()));
        long first = people.openTaskOf(sent);
        value(reviews.decideOnPhone(ZHANG_SAN, first, RETURN));
        value(registrations.submit(member, aProfile().build()));
        assertThat(people.openTaskOf(sent)).isNotEqualTo(first);
        ReviewTask old = reviews.find(first).orElseThrow();
        assertThat(reviews.truth(old)).contains("请看新的卡片");
    }

    /** Break: ask with the name as it was typed every time. */
    @Test
    @DisplayName("§2.4 R13 asked again, a name is spelled with another dot")
    void anotherDotIsTriedWhenAskedAgain() {
        Registration sent = people.someoneSubmitted(aProfile().named("阿依·古丽"));
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            realNames.work(sent.realName().id(), (name, number) -> {
                asked.add(name.text());
                return Result.NO_RECORD;
            });
        }
        assertThat(asked).doesNotHaveDuplicates().hasSize(3).startsWith("阿依·古丽");
    }

    @Test
    @DisplayName("§2.4 R14 a document is one member's; who comes later reads the first phone, masked")
    void aDocumentIsRegisteredOnce() {
        String number = Identities.residentId(LocalDate.of(2005, 1, 3));
        people.someoneSubmitted(aProfile().document(number));
        Caller.OwnAccount later = people.someoneRegistered();
        Profile same = aProfile().document(number).build();
        assertThat(refusalOf(registrations.submit(later, same))).isEqualTo("DOCUMENT_TAKEN");
        assertThat(registrations.check(later, same).faults())
                .extracting(Refusal::code)
                .containsExactly("DOCUMENT_TAKEN");
        assertThat(registrations.check(later, same).faults().get(0).text()).containsPattern("139\\*{4}\\d{4}");
    }

    @Test
    @DisplayName("§2.3 F2 §2.1 N8 leaving the field tells what is taken, and what to look at")
    void aCheckTellsWhatIsTaken() {
        String number = "202033" + Identities.memberNumber(2020).substring(6);
        people.someoneSubmitted(aProfile().numbered(number));
        RegistrationDesk.Check check = registrations.check(
                people.someoneRegistered(), aProfile().numbered(number).build());
        assertThat(check.faults()).extracting(Refusal::code).containsExactly("MEMBER_NUMBER_TAKEN");
        assertThat(check.cautions()).contains(Caution.NUMBER_OTHER_PROVINCE);
        assertThat(registrations
                        .check(people.someoneRegistered(), Profile.EMPTY)
                        .faults())
                .isNotEmpty();
    }

    private Registration.State stateOf(Caller.OwnAccount member) {
        return registrations.mine(member).orElseThrow().state();
    }

    private RealName.State checkOf(Registration registration) {
        return realNames.find(registration.realName().id()).orElseThrow().state();
    }
}

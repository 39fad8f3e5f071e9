package cn.tuanwu.registration;

import static cn.tuanwu.support.People.LI_SI;
import static cn.tuanwu.support.People.ZHANG_SAN;
import static cn.tuanwu.support.People.refusalOf;
import static cn.tuanwu.support.People.value;
import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.access.Caller;
import cn.tuanwu.account.PasswordDesk;
import cn.tuanwu.account.SmsCodes;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.realname.RealName.Result;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.ReturnReason;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.support.Identities;
import cn.tuanwu.support.People;
import cn.tuanwu.support.RoomTest;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rules that no table holds, each with its number. docs/rules.md says where every rule is proven, or will be. */
@RoomTest
@Tag("registration")
class RuleBookTest {
    @Autowired
    RegistrationDesk registrations;

    @Autowired
    RegistrationBook book;

    @Autowired
    ReviewDesk reviews;

    @Autowired
    PasswordDesk passwords;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate database;

    /** Break: leave OFFLINE out of RealName.State.isPassed. */
    @Test
    @DisplayName("§2.4 R7 what passed offline may be approved on a phone like any other")
    void whatPassedOfflineMayBeApproved() {
        Registration sent = people.someoneSubmitted(aProfile(), Result.MISMATCH);
        long task = people.openTaskOf(sent);
        assertThat(refusalOf(reviews.decideOnPhone(ZHANG_SAN, task, new Decision.Approve())))
                .isEqualTo("REALNAME_FAILED");
        database.update(
                "UPDATE realname_check SET state = 'OFFLINE' WHERE id = ?",
                sent.realName().id());
        value(reviews.decideOnPhone(ZHANG_SAN, task, new Decision.Approve()));
    }

    @Test
    @DisplayName("§2.4 R15 a forgotten password takes a code on the phone, for minutes, never one an admin gives out")
    void aForgottenPasswordTakesACodeOnThePhone() {
        Caller.OwnAccount member = people.someoneRegistered();
        String phone = people.account(member).phone().number();
        database.update("DELETE FROM sms_pace");
        value(passwords.sendCode(phone, null));
        assertThat(SmsCodes.VALID).isLessThanOrEqualTo(Duration.ofMinutes(5));
        assertThat(refusalOf(passwords.judge(phone, "000000x", "riverside-Birch-42")))
                .isEqualTo("SMS_CODE_WRONG");
        database.update("UPDATE sms_code SET expires_at = created_at");
        assertThat(refusalOf(passwords.judge(phone, "000000x", "riverside-Birch-42")))
                .isEqualTo("SMS_CODE_EXPIRED");
    }

    /** Break: keep the branch of the first submission in Submissions.record. */
    @Test
    @DisplayName("§2.4 R16 a branch chosen wrongly is mended by the return, or by taking the registration back")
    void aWrongBranchIsMendedByTheReturn() {
        Caller.OwnAccount member = people.someoneRegistered();
        Profile wrong = aProfile().build();
        Registration sent = value(registrations.submit(member, wrong));
        long task = people.openTaskOf(sent);
        value(reviews.decideOnPhone(ZHANG_SAN, task, new Decision.SendBack(ReturnReason.BRANCH_WRONG)));
        Registration returned = registrations.mine(member).orElseThrow();
        assertThat(returned.returned().text()).isEqualTo("所在团支部选择有误");
        Registration moved =
                value(registrations.submit(member, aProfile().inBranch(1002L).build()));
        assertThat(moved.branch().id()).isEqualTo(1002L);
        assertThat(refusalOf(reviews.decideOnPhone(LI_SI, people.openTaskOf(moved), new Decision.Approve())))
                .isEqualTo("NOT_YOUR_TASK");
        value(registrations.withdraw(member));
        value(registrations.submit(
                member, aProfile().inBranch(People.MATHS_2301).build()));
    }

    @Test
    @DisplayName("§2.3 F8 a reviewer sees name and number masked")
    void aReviewerSeesNameAndNumberMasked() {
        String number = Identities.residentId(LocalDate.of(2004, 8, 9));
        Registration sent = people.someoneSubmitted(aProfile().named("𬱖·阿卜杜拉").document(number));
        RegistrationBook.Sheet sheet = book.sheet(sent.id()).orElseThrow();
        assertThat(sheet.name()).isEqualTo("𬱖***");
        assertThat(sheet.document()).isEqualTo(number.substring(0, 3) + "***********" + number.substring(14));
    }

    @Test
    @DisplayName("§2.1 N9 who has the number is not told to the one who wanted it; N11 the reviewer may return it")
    void whoHasANumberIsNotTold() {
        String number = Identities.memberNumber(2020);
        Registration first = people.someoneSubmitted(aProfile().numbered(number));
        Caller.OwnAccount other = people.someoneRegistered();
        Outcome<Registration> refused =
                registrations.submit(other, aProfile().numbered(number).build());
        Refusal why = ((Outcome.Refused<Registration>) refused).first();
        assertThat(why.code()).isEqualTo("MEMBER_NUMBER_TAKEN");
        assertThat(why.text()).contains("上级团组织核实").doesNotContain("欧阳明", "139", "2301");
        long task = people.openTaskOf(first);
        value(reviews.decideOnPhone(ZHANG_SAN, task, new Decision.SendBack(ReturnReason.MEMBER_NUMBER_WRONG)));
        value(registrations.submit(other, aProfile().numbered(number).build()));
    }

    /** Break: cut the note at a UTF-16 unit in History. */
    @Test
    @DisplayName("§3 a history's note is cut between characters, never inside a rare one")
    void aNoteIsCutBetweenCharacters() {
        String kept = History.kept("𬱖".repeat(400));
        assertThat(kept.codePointCount(0, kept.length())).isEqualTo(300);
        assertThat(kept).isEqualTo("𬱖".repeat(300));
    }
}

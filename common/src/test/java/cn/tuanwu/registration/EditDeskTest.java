package cn.tuanwu.registration;

import static cn.tuanwu.support.People.CHEN_JING;
import static cn.tuanwu.support.People.LI_SI;
import static cn.tuanwu.support.People.ZHANG_SAN;
import static cn.tuanwu.support.People.refusalOf;
import static cn.tuanwu.support.People.value;
import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.realname.RealName;
import cn.tuanwu.realname.RealName.Result;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.ReturnReason;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.review.ReviewTask;
import cn.tuanwu.support.Identities;
import cn.tuanwu.support.People;
import cn.tuanwu.support.RoomTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What a member may change once the branch has approved (product §3, field research §2.4). */
@RoomTest
@Tag("registration")
class EditDeskTest {
    private static final Decision APPROVE = new Decision.Approve();
    private static final Decision RETURN = new Decision.SendBack(ReturnReason.PROFILE_WRONG);

    @Autowired
    EditDesk edits;

    @Autowired
    RegistrationDesk registrations;

    @Autowired
    RegistrationBook book;

    @Autowired
    Business business;

    @Autowired
    History history;

    @Autowired
    ReviewDesk reviews;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate database;

    private final JsonMapper json = new JsonMapper();
    private Registration member;
    private Caller.OwnAccount caller;

    @BeforeEach
    void anApprovedMember() {
        member = people.someoneSubmitted(aProfile(), Result.MATCH);
        caller = new Caller.OwnAccount(member.accountId());
        value(reviews.decideOnPhone(ZHANG_SAN, people.openTaskOf(member), APPROVE));
    }

    /** Break: give ProfileField.UNIT the access REVIEWED. */
    @Test
    @DisplayName("§3 after approval the rest takes effect at once")
    void aFreeFieldTakesEffectAtOnce() {
        Registration after = value(edits.change(caller, wish(Map.of("unit", "海湾理工大学", "qq", "12345678"))));
        assertThat(after.state()).isEqualTo(Registration.State.APPROVED);
        assertThat(registrations.profile(caller).orElseThrow().unit()).isEqualTo("海湾理工大学");
        assertThat(openTasks()).isZero();
        assertThat(history.of(caller).get(0).note()).isEqualTo("学习/工作单位、QQ");
    }

    /** Break: give ProfileField.INCOME the access FREE. */
    @Test
    @DisplayName("§3 after approval income, political status and cadre fields wait for the branch: old → new")
    void aReviewedFieldWaitsForTheBranch() {
        Registration after = value(edits.change(
                caller,
                wish(Map.of(
                        "income",
                        "2",
                        "politicalStatus",
                        "02",
                        "cadre",
                        true,
                        "duty",
                        "01",
                        "dutySince",
                        "2024-09",
                        "dutyKind",
                        "2",
                        "unit",
                        "海湾理工大学"))));
        assertThat(after.state()).isEqualTo(Registration.State.EDIT_PENDING);
        assertThat(after.edit().changes())
                .extracting(change -> change.label() + " " + change.before() + " → " + change.after())
                .containsExactly(
                        "收入档 未填 → 2000–5000 元",
                        "政治面貌 共青团员 → 中共预备党员",
                        "团干部 否 → 是",
                        "团内职务 未填 → 书记",
                        "任职年月 未填 → 2024-09",
                        "任职性质 未填 → 兼职");
        Profile before = registrations.profile(caller).orElseThrow();
        assertThat(before.politicalStatus()).isEqualTo("03");
        assertThat(before.unit()).as("free, at once").isEqualTo("海湾理工大学");

        long task = people.openTaskOf(member);
        assertThat(reviews.find(task)).get().extracting(ReviewTask::kind).isEqualTo(ReviewTask.Kind.EDIT);
        value(reviews.decideOnPhone(LI_SI, task, APPROVE));
        Profile approved = registrations.profile(caller).orElseThrow();
        assertThat(approved.politicalStatus()).isEqualTo("02");
        assertThat(approved.duty()).isEqualTo("01");
        assertThat(stateNow()).isEqualTo(Registration.State.APPROVED);
        assertThat(whats()).startsWith(History.What.EDIT_APPROVED, History.What.EDIT_SUBMITTED, History.What.CHANGED);
    }

    @Test
    @DisplayName("§3 edit returned: the reason is read, the old stays, it can be sent again or given up")
    void aReturnedEditChangesNothing() {
        value(edits.change(caller, wish(Map.of("income", "5"))));
        value(reviews.decideOnPhone(ZHANG_SAN, people.openTaskOf(member), RETURN));
        Registration returned = registrations.mine(caller).orElseThrow();
        assertThat(returned.state()).isEqualTo(Registration.State.EDIT_RETURNED);
        assertThat(returned.edit().returnReason()).isEqualTo(ReturnReason.PROFILE_WRONG.text());
        assertThat(registrations.profile(caller).orElseThrow().income()).isNull();
        assertThat(book.certificate(caller)).isInstanceOf(Outcome.Done.class);
        value(edits.change(caller, wish(Map.of("income", "4"))));
        assertThat(stateNow()).isEqualTo(Registration.State.EDIT_PENDING);
        value(edits.withdraw(caller));
        assertThat(stateNow()).isEqualTo(Registration.State.APPROVED);
        assertThat(openTasks()).isZero();
        assertThat(refusalOf(edits.withdraw(caller))).isEqualTo("NOT_PENDING");
    }

    /** Break: answer Optional.empty() for EDIT_PENDING in Business. */
    @Test
    @DisplayName("§2.4 R2 while something waits every other business is refused with the reason")
    void whileAnEditWaitsNothingElseBegins() {
        value(edits.change(caller, wish(Map.of("income", "5"))));
        assertThat(refusalOf(edits.change(caller, wish(Map.of("unit", "别处"))))).isEqualTo("EDIT_PENDING");
        assertThat(refusalOf(edits.correct(caller, wish(Map.of("name", "欧阳鸣")), "户口簿", List.of())))
                .isEqualTo("EDIT_PENDING");
        assertThat(business.refusal(caller)).map(Refusal::code).contains("EDIT_PENDING");
        Registration pending = people.someoneSubmitted(aProfile());
        Caller.OwnAccount waiting = new Caller.OwnAccount(pending.accountId());
        assertThat(refusalOf(edits.change(waiting, wish(Map.of("unit", "别处"))))).isEqualTo("REGISTRATION_PENDING");
        assertThat(refusalOf(edits.change(people.someoneRegistered(), wish(Map.of("unit", "别处")))))
                .isEqualTo("NOT_APPROVED");
    }

    /** Break: give ProfileField.JOIN_MONTH the access FREE. */
    @Test
    @DisplayName("§3 after approval name, document, join month and branch are locked")
    void lockedFieldsAreRefusedBesideThem() {
        Outcome<Registration> refused = edits.change(
                caller,
                wish(Map.of(
                        "name", "欧阳鸣",
                        "documentNumber", Identities.residentId(LocalDate.of(2005, 3, 15)),
                        "joinMonth", "2020-06",
                        "branchId", "1002",
                        "memberNumber", Identities.memberNumber(2020))));
        assertThat(((Outcome.Refused<Registration>) refused).refusals())
                .allSatisfy(one -> assertThat(one.code()).isEqualTo("FIELD_LOCKED"))
                .extracting(Refusal::field)
                .containsExactlyInAnyOrder("name", "documentNumber", "joinMonth", "branchId", "memberNumber");
    }

    @Test
    @DisplayName("§3 sending everything back unchanged changes nothing")
    void theShownProfileSentBackIsNoChange() {
        Profile shown = registrations.profile(caller).orElseThrow();
        assertThat(refusalOf(edits.change(caller, shown))).isEqualTo("NOTHING_CHANGED");
    }

    /** Break: let Deciders treat a correction like an edit. */
    @Test
    @DisplayName("§3 a locked field is corrected by the superior, with evidence")
    void aCorrectionGoesToTheSuperior() {
        assertThat(refusalOf(edits.correct(caller, wish(Map.of("name", "欧阳鸣")), " ", List.of())))
                .isEqualTo("EVIDENCE_REQUIRED");
        assertThat(refusalOf(edits.correct(caller, wish(Map.of("unit", "别处")), "户口簿", List.of())))
                .isEqualTo("FIELD_FREE");
        value(edits.correct(caller, wish(Map.of("name", "欧阳鸣", "joinMonth", "2020-06")), "户口簿第 3 页", List.of()));
        long task = people.openTaskOf(member);
        assertThat(refusalOf(reviews.decideOnPhone(ZHANG_SAN, task, APPROVE))).isEqualTo("NOT_YOUR_TASK");
        value(reviews.decideOnPhone(CHEN_JING, task, APPROVE));
        Profile corrected = registrations.profile(caller).orElseThrow();
        assertThat(corrected.name()).isEqualTo("欧阳鸣");
        assertThat(corrected.joinMonth()).isEqualTo("2020-06");
        assertThat(registrations.mine(caller).orElseThrow().realName().state())
                .as("another pair is checked anew")
                .isEqualTo(RealName.State.CHECKING);
        assertThat(whats()).startsWith(History.What.CORRECTION_APPROVED, History.What.CORRECTION_SUBMITTED);
    }

    @Test
    @DisplayName("§2.1 N8 a corrected number is the member's, the wrong one is nobody's for good")
    void aCorrectedNumberReplacesTheWrongOne() {
        String wrong = registrations.profile(caller).orElseThrow().memberNumber();
        String right = Identities.memberNumber(2020);
        value(edits.correct(caller, wish(Map.of("memberNumber", right)), "入团志愿书右上角", List.of()));
        value(reviews.decideOnPhone(CHEN_JING, people.openTaskOf(member), APPROVE));
        assertThat(registrations.profile(caller).orElseThrow().memberNumber()).isEqualTo(right);
        Caller.OwnAccount other = people.someoneRegistered();
        for (String taken : List.of(wrong, right)) {
            assertThat(refusalOf(registrations.submit(
                            other, aProfile().numbered(taken).build())))
                    .isEqualTo("MEMBER_NUMBER_TAKEN");
        }
    }

    @Test
    @DisplayName("§3 a correction into someone else's document is refused to the reviewer and changes nothing")
    void aCorrectionIntoATakenDocumentIsRefused() {
        String number = Identities.residentId(LocalDate.of(2005, 3, 20));
        people.someoneSubmitted(aProfile().document(number));
        value(edits.correct(caller, wish(Map.of("documentNumber", number)), "身份证", List.of()));
        long task = people.openTaskOf(member);
        assertThat(refusalOf(reviews.decideOnPhone(CHEN_JING, task, APPROVE))).isEqualTo("DOCUMENT_TAKEN");
        assertThat(stateNow()).isEqualTo(Registration.State.EDIT_PENDING);
        value(reviews.decideOnPhone(CHEN_JING, task, RETURN));
        assertThat(stateNow()).isEqualTo(Registration.State.EDIT_RETURNED);
    }

    @Test
    @DisplayName("§2.4 R1 the history tells each step, who and why")
    void theHistoryIsTold() {
        Caller.OwnAccount someone = people.someoneRegistered();
        Profile profile = aProfile().build();
        Registration first = value(registrations.submit(someone, profile));
        value(reviews.decideOnPhone(ZHANG_SAN, people.openTaskOf(first), RETURN));
        value(registrations.submit(someone, profile));
        value(registrations.withdraw(someone));
        assertThat(history.of(someone))
                .extracting(step -> step.what() + " " + step.who())
                .containsExactly("WITHDRAWN null", "SUBMITTED null", "RETURNED 张三", "SUBMITTED null");
        assertThat(history.of(someone).get(2).note()).isEqualTo(ReturnReason.PROFILE_WRONG.text());
    }

    private Profile wish(Map<String, ?> fields) {
        return json.convertValue(fields, Profile.class);
    }

    private Registration.State stateNow() {
        return registrations.mine(caller).orElseThrow().state();
    }

    private List<History.What> whats() {
        return history.of(caller).stream().map(History.Step::what).toList();
    }

    private int openTasks() {
        return database.queryForObject(
                "SELECT COUNT(*) FROM review_task WHERE live_registration = ?", Integer.class, member.id());
    }
}

package cn.tuanwu.rebind;

import static cn.tuanwu.support.People.LI_SI;
import static cn.tuanwu.support.People.ZHANG_SAN;
import static cn.tuanwu.support.People.ZHAO_MIN;
import static cn.tuanwu.support.People.refusalOf;
import static cn.tuanwu.support.People.value;
import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.access.Caller;
import cn.tuanwu.account.AccountDesk;
import cn.tuanwu.account.DeviceDesk;
import cn.tuanwu.account.NewAccount;
import cn.tuanwu.account.SmsCodes;
import cn.tuanwu.account.WeChatApp;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Phone;
import cn.tuanwu.realname.RealName.Result;
import cn.tuanwu.registration.EditDesk;
import cn.tuanwu.registration.Identification.Claim;
import cn.tuanwu.registration.Profile;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.registration.RegistrationDesk;
import cn.tuanwu.registration.Traces;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.ReturnReason;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.review.ReviewTask;
import cn.tuanwu.support.Identities;
import cn.tuanwu.support.People;
import cn.tuanwu.support.RoomTest;
import cn.tuanwu.trace.Copyings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** 换绑: what someone with a lost phone can do, and what someone who is not that person can't (product §2). */
@RoomTest
@Tag("registration")
class RebindDeskTest {
    private static final Decision APPROVE = new Decision.Approve();
    private static final String PASSWORD = "Long-enough-1";

    @Autowired
    RebindDesk rebinds;

    @Autowired
    ReviewDesk reviews;

    @Autowired
    RegistrationDesk registrations;

    @Autowired
    EditDesk edits;

    @Autowired
    AccountDesk accounts;

    @Autowired
    DeviceDesk devices;

    @Autowired
    SmsCodes codes;

    @Autowired
    Copyings copyings;

    @Autowired
    Traces traces;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate database;

    private final JsonMapper json = new JsonMapper();
    private String document;
    private Caller.OwnAccount owner;
    private String newPhone;

    @BeforeEach
    void anApprovedMember() {
        document = Identities.residentId(LocalDate.of(2003, 4, 5));
        Registration member = people.someoneSubmitted(aProfile().document(document), Result.MATCH);
        owner = new Caller.OwnAccount(member.accountId());
        value(reviews.decideOnPhone(ZHANG_SAN, people.openTaskOf(member), APPROVE));
        newPhone = Identities.phone();
    }

    @Test
    @DisplayName("§2 approved: the new phone has the account, the old one's sessions, password and WeChat open nothing")
    void approvedTheAccountIsTheNewPhones() {
        String old = people.account(owner).phone().number();
        long device = devices.open(owner.accountId(), "iPhone");
        value(accounts.signIn(old, PASSWORD, "o-old-wechat"));
        RebindDesk.Ticket ticket = asked(newPhone);
        long task = taskOf(owner);
        value(reviews.decideOnPhone(ZHANG_SAN, task, APPROVE));
        assertThat(rebinds.find(ticket.text()).orElseThrow().state()).isEqualTo(Rebinding.State.APPROVED);
        assertThat(people.account(owner).phone().number()).isEqualTo(newPhone);
        assertThat(devices.isOpen(owner.accountId(), device)).isFalse();
        assertThat(refusalOf(accounts.signIn(old, PASSWORD, null))).isEqualTo("LOGIN_FAILED");
        assertThat(refusalOf(accounts.signIn(newPhone, PASSWORD, null)))
                .as("the old password may be the old phone holder's")
                .isEqualTo("LOGIN_FAILED");
        assertThat(refusalOf(accounts.signInByWeChat("o-old-wechat"))).isEqualTo("WECHAT_NOT_BOUND");
        assertThat(notices()).containsExactlyInAnyOrder("OLD-PENDING", "OLD-APPROVED", "NEW-APPROVED");
        assertThat(registrations.mine(owner).orElseThrow().state()).isEqualTo(Registration.State.APPROVED);
        assertThat(value(edits.change(owner, wish(Map.of("unit", "新单位")))).state())
                .as("nothing is held any more")
                .isEqualTo(Registration.State.APPROVED);
        assertThat(audited("account:" + owner.accountId(), "rebinding")).isPositive();
    }

    /** Break: leave out phones.repack in Handover.approve. */
    @Test
    @DisplayName("§2 the account the new phone had begun ends; its password and WeChat go over")
    void whatTheNewPhoneHadBegunEnds() {
        Caller.OwnAccount begun = someoneWith(newPhone, "o-new-wechat");
        registrations.saveDraft(begun, aProfile().document(document).build());
        asked(newPhone);
        value(reviews.decideOnPhone(LI_SI, taskOf(owner), APPROVE));
        assertThat(accounts.find(begun.accountId())).isEmpty();
        assertThat(registrations.mine(begun)).isEmpty();
        assertThat(value(accounts.signIn(newPhone, "Another-good-2", null)).id())
                .isEqualTo(owner.accountId());
        assertThat(value(accounts.signInByWeChat("o-new-wechat")).id()).isEqualTo(owner.accountId());
        assertThat(accounts.openid(owner.accountId(), WeChatApp.MINI_PROGRAM)).contains("o-new-wechat");
    }

    /** Break: in RebindCopying, leave the new phone in clear whatever became of it. */
    @Test
    @DisplayName("§10 the owner's copy shows a new phone in clear only when the account has it")
    void theCopyGivesNoStrangersPhoneAway() {
        RebindDesk.Ticket ticket = asked(newPhone);
        value(rebinds.withdraw(ticket.text()));
        String agreed = Identities.phone();
        asked(agreed);
        value(reviews.decideOnPhone(ZHANG_SAN, taskOf(owner), APPROVE));
        String copy = copyings.of(traces.of(owner.accountId())).toString();
        assertThat(copy).contains(agreed, new Phone(newPhone).masked()).doesNotContain(newPhone);
    }

    @Test
    @DisplayName("§2 a phone with a registration of its own takes no other account over")
    void aPhoneWithItsOwnRegistrationIsRefused() {
        Registration other = people.someoneSubmitted(aProfile());
        String taken = accounts.find(other.accountId()).orElseThrow().phone().number();
        assertThat(refusalOf(rebinds.judge(taken, code(taken), claim("欧阳娜娜"), null)))
                .isEqualTo("PHONE_TAKEN");
        asked(newPhone);
        Caller.OwnAccount late = someoneWith(newPhone, null);
        value(registrations.submit(late, aProfile().build()));
        assertThat(refusalOf(reviews.decideOnPhone(ZHANG_SAN, taskOf(owner), APPROVE)))
                .isEqualTo("REBIND_PHONE_BUSY");
        assertThat(people.account(owner).phone().number()).isNotEqualTo(newPhone);
        assertThat(reviews.find(taskOf(owner)).orElseThrow().isOpen()).isTrue();
    }

    /** Break: take the unique key of live_account out of V37 and hold.take out of RebindDesk.open. */
    @Test
    @DisplayName("§2 of two phones asking for one account at the same moment one is kept")
    void ofTwoAtOnceOneIsKept() throws Exception {
        List<String> phones = List.of(Identities.phone(), Identities.phone(), Identities.phone(), Identities.phone());
        List<RebindDesk.Judged> judged = phones.stream().map(this::judged).toList();
        List<Callable<Outcome<?>>> all = new ArrayList<>();
        judged.forEach(one -> all.add(() -> rebinds.open(one)));
        List<Outcome<?>> answers = atOnce(all);
        assertThat(answers.stream().filter(Outcome.Done.class::isInstance)).hasSize(1);
        assertThat(answers.stream().filter(Outcome.Refused.class::isInstance).map(People::refusalOf))
                .containsOnly("REBIND_PENDING");
        assertThat(database.queryForObject(
                        "SELECT COUNT(*) FROM rebinding WHERE live_account = ?", Long.class, owner.accountId()))
                .isEqualTo(1);
        assertThat(openTasks()).isEqualTo(1);
    }

    @Test
    @DisplayName("§2 approve against withdraw: one of them happens, wholly")
    void approveAgainstWithdraw() throws Exception {
        for (int round = 0; round < 4; round++) {
            RebindDesk.Ticket ticket = asked(Identities.phone());
            long task = taskOf(owner);
            String before = people.account(owner).phone().number();
            List<Outcome<?>> answers = atOnce(List.of(
                    () -> reviews.decideOnPhone(ZHANG_SAN, task, APPROVE), () -> rebinds.withdraw(ticket.text())));
            assertThat(answers.stream().filter(Outcome.Done.class::isInstance)).hasSize(1);
            boolean approved = answers.get(0) instanceof Outcome.Done;
            assertThat(people.account(owner).phone().number().equals(before)).isEqualTo(!approved);
            assertThat(rebinds.find(ticket.text()).orElseThrow().state())
                    .isEqualTo(approved ? Rebinding.State.APPROVED : Rebinding.State.WITHDRAWN);
            assertThat(reviews.find(task).orElseThrow().state())
                    .isEqualTo(approved ? ReviewTask.State.APPROVED : ReviewTask.State.CANCELLED);
        }
    }

    /** Break: take "AND state = 'PENDING'" out of RebindingRows.end. */
    @Test
    @DisplayName("§2 after the withdrawal nobody approves; after the approval nobody withdraws")
    void whatIsOverStaysOver() {
        RebindDesk.Ticket ticket = asked(newPhone);
        long task = taskOf(owner);
        value(rebinds.withdraw(ticket.text()));
        assertThat(refusalOf(reviews.decideOnPhone(ZHANG_SAN, task, APPROVE))).isEqualTo("ALREADY_DECIDED");
        assertThat(reviews.find(task).orElseThrow().verdict(java.time.Instant.now()))
                .contains("换绑申请已撤回");
        assertThat(refusalOf(rebinds.withdraw(ticket.text()))).isEqualTo("REBIND_MOVED_ON");
        assertThat(refusalOf(rebinds.withdraw("no-such-ticket"))).isEqualTo("REBIND_UNKNOWN");
        RebindDesk.Ticket again = asked(newPhone);
        value(reviews.decideOnPhone(ZHANG_SAN, taskOf(owner), APPROVE));
        assertThat(refusalOf(rebinds.withdraw(again.text()))).isEqualTo("REBIND_MOVED_ON");
        assertThat(people.account(owner).phone().number()).isEqualTo(newPhone);
    }

    @Test
    @DisplayName("§2 another branch's operator decides nothing; a return says why")
    void anotherBranchesOperatorDecidesNothing() {
        RebindDesk.Ticket ticket = asked(newPhone);
        long task = taskOf(owner);
        assertThat(refusalOf(reviews.decideOnPhone(ZHAO_MIN, task, APPROVE))).isEqualTo("NOT_YOUR_TASK");
        assertThat(refusalOf(reviews.decideOnPage(ZHAO_MIN, task, APPROVE))).isEqualTo("TASK_UNKNOWN");
        value(reviews.decideOnPhone(LI_SI, task, new Decision.SendBack(ReturnReason.NOT_APPLICANT)));
        Rebinding returned = rebinds.find(ticket.text()).orElseThrow();
        assertThat(returned.state()).isEqualTo(Rebinding.State.RETURNED);
        assertThat(returned.reason()).isEqualTo("本人没有申请换绑");
        assertThat(notices()).contains("NEW-RETURNED").doesNotContain("OLD-APPROVED");
        assertThat(people.account(owner).phone().number()).isNotEqualTo(newPhone);
    }

    /** Break: compare only the document in Identification.holder. */
    @Test
    @DisplayName("§2 a wrong name, an unknown document and a wrong pair are one answer, and leave nothing behind")
    void whoeverIsWrongLearnsNothing() {
        String unknown = Identities.residentId(LocalDate.of(2003, 4, 5));
        long before = database.queryForObject("SELECT COUNT(*) FROM rebinding", Long.class);
        Outcome<?> wrongName = rebinds.open(judged(Identities.phone(), new Claim("王二", "RESIDENT_ID", document)));
        Outcome<?> nobody = rebinds.open(judged(Identities.phone(), new Claim("欧阳娜", "RESIDENT_ID", unknown)));
        assertThat(wrongName).isEqualTo(nobody);
        assertThat(refusalOf(nobody)).isEqualTo("REBIND_NO_MATCH");
        assertThat(database.queryForObject("SELECT COUNT(*) FROM rebinding", Long.class))
                .isEqualTo(before);
        assertThat(openTasks()).isZero();
        assertThat(notices()).isEmpty();
    }

    /** Break: ask for the person before the phone's code in RebindJudging. */
    @Test
    @DisplayName(
            "§2 without the phone's code the answer is the same for everybody, and no limit of the document is spent")
    void withoutAProvenPhoneNothingIsSaid() {
        String phone = Identities.phone();
        for (int i = 0; i < 12; i++) {
            Outcome<?> right = rebinds.judge(phone, "000000", claim("欧阳娜娜"), null);
            Outcome<?> wrong = rebinds.judge(phone, "000000", claim("王二"), null);
            assertThat(right).isEqualTo(wrong);
            assertThat(refusalOf(right)).isEqualTo("SMS_CODE_EXPIRED");
        }
        asked(newPhone);
    }

    /** Break: in RebindPace.person, leave the document out. */
    @Test
    @DisplayName("§2 a document is guessed at only so often a day, whether or not anybody has it")
    void guessingIsLimited() {
        String unknown = Identities.residentId(LocalDate.of(2003, 4, 5));
        for (String one : List.of(document, unknown)) {
            for (int i = 0; i < RebindPace.OF_A_DOCUMENT; i++) {
                judged(Identities.phone(), new Claim("王二", "RESIDENT_ID", one));
            }
            String phone = Identities.phone();
            assertThat(refusalOf(rebinds.judge(phone, code(phone), new Claim("王二", "RESIDENT_ID", one), null)))
                    .isEqualTo("REBIND_TOO_OFTEN");
        }
        String phone = Identities.phone();
        String code = code(phone);
        for (int i = 0; i < RebindPace.OF_A_PHONE; i++) {
            value(rebinds.judge(phone, code, new Claim("王二", "RESIDENT_ID", Identities.residentId(born(i))), null));
        }
        assertThat(refusalOf(rebinds.judge(
                        phone, code, new Claim("王二", "RESIDENT_ID", Identities.residentId(born(9))), null)))
                .isEqualTo("REBIND_TOO_OFTEN");
    }

    @Test
    @DisplayName("§2 one address asks only so often a day")
    void anAddressIsLimited() {
        String phone = Identities.phone();
        for (int i = 0; i < RebindPace.FROM_AN_ADDRESS; i++) {
            assertThat(refusalOf(rebinds.judge(phone, "1", claim("王二"), "203.0.113.77")))
                    .isEqualTo("SMS_CODE_EXPIRED");
        }
        assertThat(refusalOf(rebinds.judge(phone, "1", claim("王二"), "203.0.113.77")))
                .isEqualTo("REBIND_TOO_OFTEN");
        assertThat(refusalOf(rebinds.judge(phone, "1", claim("王二"), "203.0.113.78")))
                .isEqualTo("SMS_CODE_EXPIRED");
    }

    /** Break: leave row.held out of Business.refusal. */
    @Test
    @DisplayName("§2 while it is open nothing else personal changes")
    void whileItIsOpenNothingElseChanges() {
        asked(newPhone);
        assertThat(refusalOf(edits.change(owner, wish(Map.of("unit", "别处"))))).isEqualTo("REBIND_PENDING");
        assertThat(refusalOf(edits.correct(owner, wish(Map.of("name", "欧阳鸣")), "户口簿", List.of())))
                .isEqualTo("REBIND_PENDING");
        value(rebinds.refuse(owner));
        assertThat(notices()).contains("NEW-REFUSED");
        assertThat(openTasks()).isZero();
        value(edits.change(owner, wish(Map.of("unit", "别处"))));
        assertThat(refusalOf(rebinds.refuse(owner))).isEqualTo("REBIND_UNKNOWN");
    }

    @Test
    @DisplayName("§2 what waits for its branch already is neither taken back nor in the way")
    void aWaitingRegistrationIsHeldToo() {
        document = Identities.residentId(LocalDate.of(2004, 4, 5));
        Registration waiting = people.someoneSubmitted(aProfile().document(document), Result.MATCH);
        owner = new Caller.OwnAccount(waiting.accountId());
        asked(newPhone);
        assertThat(refusalOf(registrations.withdraw(owner))).isEqualTo("REBIND_PENDING");
        value(reviews.decideOnPhone(ZHANG_SAN, people.openTaskOf(waiting), APPROVE));
        value(reviews.decideOnPhone(ZHANG_SAN, taskOf(owner), APPROVE));
        assertThat(people.account(owner).phone().number()).isEqualTo(newPhone);
    }

    /** Break: take the comparison with expires_at out of RebindingRows.end. */
    @Test
    @DisplayName("§2 after seven days it is over, and another may be asked for")
    void afterSevenDaysItIsOver() {
        RebindDesk.Ticket ticket = asked(newPhone);
        long task = taskOf(owner);
        rebinds.expire(ticket.rebinding().id());
        assertThat(rebinds.find(ticket.text()).orElseThrow().state())
                .as("not before")
                .isEqualTo(Rebinding.State.PENDING);
        database.update("UPDATE rebinding SET expires_at = '2020-01-01' WHERE state = 'PENDING'");
        assertThat(rebinds.find(ticket.text()).orElseThrow().state()).isEqualTo(Rebinding.State.EXPIRED);
        assertThat(refusalOf(reviews.decideOnPhone(ZHANG_SAN, task, APPROVE))).isEqualTo("REBIND_MOVED_ON");
        RebindDesk.Ticket next = asked(Identities.phone());
        assertThat(rebinds.find(ticket.text()).orElseThrow().state()).isEqualTo(Rebinding.State.EXPIRED);
        assertThat(reviews.find(task).orElseThrow().state()).isEqualTo(ReviewTask.State.CANCELLED);
        assertThat(rebinds.find(next.text()).orElseThrow().state()).isEqualTo(Rebinding.State.PENDING);
    }

    @Test
    @DisplayName("§2 the same phone asking again gets a new ticket for the same request; the lost one opens nothing")
    void askedAgainItIsTheSame() {
        RebindDesk.Ticket first = asked(newPhone);
        RebindDesk.Ticket second = asked(newPhone);
        assertThat(second.rebinding().id()).isEqualTo(first.rebinding().id());
        assertThat(rebinds.find(first.text())).isEmpty();
        assertThat(rebinds.find(second.text())).isPresent();
        assertThat(openTasks()).isEqualTo(1);
    }

    @Test
    @DisplayName("§2 a branch without an operator: its superior's people get the card")
    void aBranchWithoutAnOperatorLeavesItToItsSuperior() {
        document = Identities.residentId(LocalDate.of(2004, 6, 5));
        Registration waiting =
                people.someoneSubmitted(aProfile().document(document).inBranch(People.MATHS_GRADUATES), Result.MATCH);
        owner = new Caller.OwnAccount(waiting.accountId());
        asked(newPhone);
        value(reviews.decideOnPhone(People.CHEN_JING, taskOf(owner), APPROVE));
        assertThat(people.account(owner).phone().number()).isEqualTo(newPhone);
    }

    @Test
    @DisplayName("§2 a code for registering proves no phone here")
    void aCodeIsGoodForOnePurpose() {
        codes.send(newPhone, SmsCodes.Purpose.REGISTER, null);
        assertThat(refusalOf(rebinds.judge(newPhone, newestCode(), claim("欧阳娜娜"), null)))
                .isEqualTo("SMS_CODE_EXPIRED");
    }

    private RebindDesk.Ticket asked(String phone) {
        return value(rebinds.open(judged(phone)));
    }

    private RebindDesk.Judged judged(String phone) {
        return judged(phone, claim(registrations.profile(owner).orElseThrow().name()));
    }

    private RebindDesk.Judged judged(String phone, Claim claim) {
        return value(rebinds.judge(phone, code(phone), claim, null));
    }

    private Claim claim(String name) {
        return new Claim(name, "RESIDENT_ID", document);
    }

    private String code(String phone) {
        database.update("UPDATE sms_pace SET last_at = '2000-01-01'");
        value(codes.send(phone, SmsCodes.Purpose.REBIND, null));
        return newestCode();
    }

    private String newestCode() {
        long id = database.queryForObject("SELECT MAX(id) FROM sms_code", Long.class);
        return codes.message(id).orElseThrow().code();
    }

    private Caller.OwnAccount someoneWith(String phone, String openid) {
        database.update("UPDATE sms_pace SET last_at = '2000-01-01'");
        codes.send(phone);
        NewAccount wish = new NewAccount(phone, newestCode(), "Another-good-2", 1L, openid, null);
        return new Caller.OwnAccount(value(accounts.register(wish)).id());
    }

    private long taskOf(Caller.OwnAccount account) {
        return database.queryForObject(
                "SELECT MAX(t.id) FROM review_task t JOIN rebinding r ON r.id = t.rebinding_id WHERE r.account_id = ?",
                Long.class,
                account.accountId());
    }

    private long openTasks() {
        return database.queryForObject(
                "SELECT COUNT(*) FROM review_task t JOIN rebinding r ON r.id = t.rebinding_id"
                        + " WHERE t.state = 'OPEN' AND r.account_id = ?",
                Long.class,
                owner.accountId());
    }

    private List<String> notices() {
        return database.queryForList(
                "SELECT receiver FROM outbox o JOIN rebinding r ON r.id = o.subject_id"
                        + " WHERE o.kind = 'REBINDING_NOTICE' AND r.account_id = ?",
                String.class,
                owner.accountId());
    }

    private long audited(String subject, String prefix) {
        String[] parts = subject.split(":");
        return database.queryForObject(
                "SELECT COUNT(*) FROM audit WHERE subject_kind = ? AND subject_id = ? AND action LIKE ?",
                Long.class,
                parts[0],
                Long.parseLong(parts[1]),
                prefix + "%");
    }

    private Profile wish(Map<String, ?> fields) {
        return json.convertValue(fields, Profile.class);
    }

    private static LocalDate born(int day) {
        return LocalDate.of(2001, 1, 1 + day);
    }

    private static List<Outcome<?>> atOnce(List<Callable<Outcome<?>>> deeds) throws Exception {
        ExecutorService crew = Executors.newFixedThreadPool(deeds.size());
        try {
            CyclicBarrier gun = new CyclicBarrier(deeds.size());
            List<Future<Outcome<?>>> running = new ArrayList<>();
            for (Callable<Outcome<?>> deed : deeds) {
                running.add(crew.submit(() -> {
                    gun.await();
                    return deed.call();
                }));
            }
            List<Outcome<?>> answers = new ArrayList<>();
            for (Future<Outcome<?>> one : running) {
                answers.add(one.get());
            }
            return answers;
        } finally {
            crew.shutdownNow();
        }
    }
}

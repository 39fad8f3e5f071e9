package cn.tuanwu.leaving;

import static cn.tuanwu.support.People.CHEN_JING;
import static cn.tuanwu.support.People.MATHS_2301;
import static cn.tuanwu.support.People.ZHANG_SAN;
import static cn.tuanwu.support.People.refusalOf;
import static cn.tuanwu.support.People.value;
import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.access.Caller;
import cn.tuanwu.account.SmsCodes;
import cn.tuanwu.form.Form;
import cn.tuanwu.form.FormDesk;
import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.org.TreeDesk;
import cn.tuanwu.org.Trees;
import cn.tuanwu.rebind.RebindDesk;
import cn.tuanwu.registration.EditDesk;
import cn.tuanwu.registration.Identification.Claim;
import cn.tuanwu.registration.Profile;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.registration.RegistrationBook;
import cn.tuanwu.registration.RegistrationDesk;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.ReturnReason;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.review.ReviewTask;
import cn.tuanwu.support.Identities;
import cn.tuanwu.support.People;
import cn.tuanwu.support.RoomTest;
import cn.tuanwu.support.Seats;
import cn.tuanwu.transfer.Transfer;
import cn.tuanwu.transfer.TransferDesk;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** 离团, 恢复团籍, and the deletion of a wrong registration (product §10). */
@RoomTest
@Tag("transfers")
class LeavingDeskTest {
    private static final Decision APPROVE = new Decision.Approve();
    private static final LocalDate TODAY = ChinaTime.date(Instant.now());
    private static final Wish RESTORE = new Wish(Leaving.Kind.RESTORE, null, "当时点错了人", null);

    @Autowired
    LeavingDesk leavings;

    @Autowired
    AgeDesk ages;

    @Autowired
    AgeReminders reminders;

    @Autowired
    ReviewDesk reviews;

    @Autowired
    RegistrationDesk registrations;

    @Autowired
    RegistrationBook book;

    @Autowired
    EditDesk edits;

    @Autowired
    TransferDesk transfers;

    @Autowired
    FormDesk forms;

    @Autowired
    RebindDesk rebinds;

    @Autowired
    SmsCodes codes;

    @Autowired
    TreeDesk tree;

    @Autowired
    People people;

    @Autowired
    Seats seats;

    @Autowired
    JdbcTemplate database;

    private String document;
    private Registration member;
    private Caller.OwnAccount owner;
    private Caller.Reviewer maths;

    @BeforeEach
    void anApprovedMemberOf28() {
        maths = seats.reviewer(Seats.MATHS);
        document = Identities.residentId(TODAY.minusYears(28).minusDays(2));
        member = people.someoneApproved(aProfile().document(document), ZHANG_SAN);
        owner = new Caller.OwnAccount(member.accountId());
    }

    /** Break: in DepartureRows.leave, don't set the state; in Departure.leave, leave out dismiss. */
    @Test
    @DisplayName("§10 at 28 the branch confirms; the record stays, every other business is refused, the lists follow")
    void at28TheBranchConfirms() {
        int before = lines("APPROVED");
        Leaving left = value(ages.leave(maths, member.id()));
        assertThat(left.state()).isEqualTo(Leaving.State.DONE);
        assertThat(state()).isEqualTo(Registration.State.LEFT_AT_28);
        assertThat(number("SELECT COUNT(*) FROM member WHERE registration_id = ?", member.id()))
                .isZero();
        assertThat(lines("APPROVED")).isEqualTo(before - 1);
        assertThat(number("SELECT COUNT(*) FROM form_line WHERE registration_id = ?", member.id()))
                .isZero();
        assertThat(refusalOf(change())).isEqualTo("LEAGUE_LEFT");
        assertThat(refusalOf(book.certificate(owner))).isEqualTo("LEAGUE_LEFT");
        assertThat(refusalOf(registrations.submit(owner, aProfile().build()))).isEqualTo("LEAGUE_LEFT");
        assertThat(refusalOf(transfers.start(owner, study(1002)))).isEqualTo("LEAGUE_LEFT");
        assertThat(refusalOf(ages.leave(maths, member.id()))).isEqualTo("LEAGUE_LEFT");
        assertThat(pushes("LEAVING_RESULT", left.id())).isEqualTo(1);
        assertThat(value(ages.left(seats.viewer(Seats.MATHS), null, null, 20)).items())
                .extracting(AgeDesk.Former::registrationId)
                .contains(member.id());
    }

    /** Break: in Judging.duty, let everybody leave; in Judging.ofAge, don't look at the day. */
    @Test
    @DisplayName("F6 who holds a league duty stays; nobody leaves before the day, nor by waiting")
    void whoHoldsADutyStays() {
        database.update("UPDATE registration SET cadre = 1 WHERE id = ?", member.id());
        assertThat(refusalOf(ages.leave(maths, member.id()))).isEqualTo("LEAVING_DUTY");
        assertThat(leavings.refusal(owner).orElseThrow().text()).startsWith("您还担任团内职务");
        Registration young =
                people.someoneApproved(aProfile().bornOn(TODAY.minusYears(28).plusDays(1)), ZHANG_SAN);
        assertThat(refusalOf(ages.leave(maths, young.id()))).isEqualTo("LEAVING_TOO_EARLY");
        Registration today = people.someoneApproved(aProfile().bornOn(TODAY.minusYears(28)), ZHANG_SAN);
        assertThat(refusalOf(ages.leave(seats.reviewer(Seats.PHYSICS), today.id())))
                .isEqualTo("LEAVING_MEMBER_UNKNOWN");
        reminders.remind();
        assertThat(standing(today)).isEqualTo(AgeDesk.Standing.DUE);
        assertThat(standing(member)).isEqualTo(AgeDesk.Standing.DUTY);
        value(ages.postpone(maths, today.id(), TODAY.plusDays(30).toString(), "正在办理党员转正"));
        assertThat(standing(today)).isEqualTo(AgeDesk.Standing.POSTPONED);
        assertThat(refusalOf(ages.postpone(maths, today.id(), TODAY.toString(), "等等")))
                .isEqualTo("LEAVING_UNTIL_INVALID");
        value(ages.leave(maths, today.id()));
    }

    /** Break: in AgeReminders.OF_AGE, count everybody who holds no league duty. */
    @Test
    @DisplayName("F6 nobody is reminded of who serves on the roster and could not leave")
    void nobodyIsRemindedOfWhoServes() {
        Organisation branch = plant(Seats.MATHS);
        Registration one = people.someoneApproved(born28().inBranch(branch.id()), CHEN_JING);
        database.update(
                "INSERT INTO roster (organisation_id, staff_id, role) VALUES (?, 201, 'OPERATOR')", branch.id());
        database.update("INSERT INTO staff (id, name, account_id) VALUES (?, '运营者', ?)", one.id(), one.accountId());
        database.update("INSERT INTO roster (organisation_id, staff_id, role) VALUES (1002, ?, 'OPERATOR')", one.id());
        reminders.remind();
        assertThat(reminded(branch)).isZero();
        database.update("DELETE FROM roster WHERE staff_id = ?", one.id());
        database.update("DELETE FROM staff WHERE id = ?", one.id());
        reminders.remind();
        assertThat(reminded(branch)).isEqualTo(1);
    }

    /** Break: in AgeRows.list, leave out the part behind the last one of the page before. */
    @Test
    @DisplayName("§10 the list of a year is read page by page, whoever is in it once")
    void theListOfAYearIsReadPageByPage() {
        for (int i = 0; i < 5; i++) {
            people.someoneApproved(aProfile().bornOn(LocalDate.of(TODAY.getYear() - 28, 1 + i % 2, 5)), ZHANG_SAN);
        }
        List<Long> seen = new java.util.ArrayList<>();
        String after = null;
        do {
            AgeDesk.Page page = value(
                    ages.turning(seats.viewer(Seats.PROVINCE), new AgeDesk.Filter(null, TODAY.getYear()), after, 2));
            page.items().forEach(line -> seen.add(line.registrationId()));
            after = page.next();
        } while (after != null);
        assertThat(seen).doesNotHaveDuplicates().contains(member.id()).hasSizeGreaterThanOrEqualTo(6);
    }

    /** Break: in Consent.pass, carry it out at once; in Starting.row, ask the superior first. */
    @Test
    @DisplayName(
            "§10 退团: the member asks, the branch agrees, the superior confirms; while it is open nothing else begins")
    void theMemberAsksToLeave() {
        Leaving asked = value(leavings.ask(owner, "出国定居"));
        assertThat(asked.state()).isEqualTo(Leaving.State.BRANCH);
        assertThat(refusalOf(leavings.ask(owner, "再申请一次"))).isEqualTo("LEAVING_OPEN");
        assertThat(refusalOf(change())).isEqualTo("LEAVING_OPEN");
        assertThat(refusalOf(transfers.start(owner, study(1002)))).isEqualTo("LEAVING_OPEN");
        long first = task(asked);
        assertThat(refusalOf(reviews.decideOnPhone(CHEN_JING, first, APPROVE))).isEqualTo("NOT_YOUR_TASK");
        value(reviews.decideOnPhone(ZHANG_SAN, first, APPROVE));
        assertThat(state()).isEqualTo(Registration.State.APPROVED);
        assertThat(leavings.mine(owner).orElseThrow().agreedBy()).isEqualTo("张三");
        assertThat(refusalOf(reviews.decideOnPhone(ZHANG_SAN, task(asked), APPROVE)))
                .isEqualTo("LEAVING_OWN");
        value(reviews.decideOnPhone(CHEN_JING, task(asked), APPROVE));
        assertThat(state()).isEqualTo(Registration.State.LEFT_VOLUNTARILY);
        assertThat(openTasks()).isZero();
        assertThat(string("SELECT CONVERT(words_sealed USING latin1) FROM leaving_request WHERE id = ?", asked.id()))
                .doesNotContain("出国");
    }

    @Test
    @DisplayName("§10 the member takes it back, or reads why it was sent back; then everything is as before")
    void theMemberTakesItBack() {
        Leaving asked = value(leavings.ask(owner, "想退出"));
        long task = task(asked);
        value(leavings.withdraw(owner));
        assertThat(reviews.find(task).orElseThrow().state()).isEqualTo(ReviewTask.State.CANCELLED);
        assertThat(refusalOf(leavings.withdraw(owner))).isEqualTo("LEAVING_UNKNOWN");
        assertThat(change()).isInstanceOf(Outcome.Done.class);
        Leaving again = value(leavings.ask(owner, "还是想退出"));
        value(reviews.decideOnPage(
                ZHANG_SAN, task(again), new Decision.SendBack(ReturnReason.LEAVING_UNSURE, "电话没有接通")));
        assertThat(leavings.mine(owner).orElseThrow().endReason()).contains("电话没有接通");
        assertThat(change()).isInstanceOf(Outcome.Done.class);
    }

    /** Break: in Deciders.own, don't ask who asked for it. */
    @Test
    @DisplayName("§10 what the branch asks for the superior confirms, and never who asked")
    void whoAskedDoesNotConfirm() {
        Wish wish = new Wish(Leaving.Kind.VOLUNTARY, null, "本人书面申请退团", "申请书原件");
        Leaving asked = value(leavings.start(maths, member.id(), wish));
        assertThat(asked.state()).isEqualTo(Leaving.State.SUPERIOR);
        assertThat(asked.asked().id()).isEqualTo(Seats.MATHS);
        assertThat(refusalOf(reviews.decideAtConsole(maths, task(asked), APPROVE)))
                .isEqualTo("LEAVING_OWN");
        value(reviews.decideAtConsole(seats.reviewer(Seats.PROVINCE), task(asked), APPROVE));
        assertThat(state()).isEqualTo(Registration.State.LEFT_VOLUNTARILY);
    }

    /** Break: in Deciders.leavingOwn, don't ask who agreed before. */
    @Test
    @DisplayName("§10 nobody's membership ends by one person's word: who agreed for the branch does not confirm it")
    void whoAgreedForTheBranchDoesNotConfirm() {
        Leaving asked = value(leavings.ask(owner, "出国定居"));
        long first = task(asked);
        value(reviews.decideAtConsole(maths, first, APPROVE));
        assertThat(refusalOf(reviews.decideAtConsole(maths, first, APPROVE))).isEqualTo("ALREADY_DECIDED");
        assertThat(refusalOf(reviews.decideAtConsole(maths, task(asked), APPROVE)))
                .isEqualTo("LEAVING_OWN");
        assertThat(state()).isEqualTo(Registration.State.APPROVED);
        value(reviews.decideAtConsole(seats.reviewer(Seats.PROVINCE), task(asked), APPROVE));
        assertThat(state()).isEqualTo(Registration.State.LEFT_VOLUNTARILY);
    }

    /** Break: in Deciders.leavingOwn, make no exception of the root. */
    @Test
    @DisplayName("§10 where only the root answers for a branch, the root alone can finish what it agreed to")
    void atTheRootItEnds() {
        Organisation committee = new Trees(tree, database).plant(Seats.PROVINCE, Organisation.Kind.COMMITTEE);
        Registration one = people.someoneSubmitted(
                born28().inBranch(plant(committee.id()).id()), cn.tuanwu.realname.RealName.Result.MATCH);
        Caller.Reviewer province = seats.reviewer(Seats.PROVINCE);
        value(reviews.decideAtConsole(province, people.openTaskOf(one), APPROVE));
        Leaving asked = value(leavings.ask(new Caller.OwnAccount(one.accountId()), "想退出"));
        value(reviews.decideAtConsole(province, task(asked), APPROVE));
        value(reviews.decideAtConsole(province, task(asked), APPROVE));
        assertThat(string("SELECT state FROM registration WHERE id = ?", one.id()))
                .isEqualTo("LEFT_VOLUNTARILY");
    }

    /** Break: in Consent.confirm, don't ask what came between. */
    @Test
    @DisplayName("F6 who took up a duty while it waited stays, and the superior reads what to do")
    void whoTookUpADutyMeanwhileStays() {
        Leaving asked = value(leavings.ask(owner, "想退出"));
        value(reviews.decideOnPhone(ZHANG_SAN, task(asked), APPROVE));
        database.update(
                "INSERT INTO staff (id, name, account_id) VALUES (?, '运营者', ?)", member.id(), member.accountId());
        database.update(
                "INSERT INTO roster (organisation_id, staff_id, role) VALUES (1002, ?, 'OPERATOR')", member.id());
        assertThat(refusalOf(reviews.decideOnPhone(CHEN_JING, task(asked), APPROVE)))
                .isEqualTo("LEAVING_DUTY");
        database.update("DELETE FROM roster WHERE staff_id = ?", member.id());
        database.update("DELETE FROM staff WHERE id = ?", member.id());
        database.update("UPDATE registration SET cadre = 1 WHERE id = ?", member.id());
        assertThat(refusalOf(reviews.decideAtConsole(seats.reviewer(Seats.PROVINCE), task(asked), APPROVE)))
                .isEqualTo("LEAVING_DUTY");
        assertThat(state()).isEqualTo(Registration.State.APPROVED);
        database.update("UPDATE registration SET cadre = 0 WHERE id = ?", member.id());
        value(reviews.decideOnPhone(CHEN_JING, task(asked), APPROVE));
        assertThat(state()).isEqualTo(Registration.State.LEFT_VOLUNTARILY);
    }

    /**
     * Break: in Departure.endEdit, do nothing; in EditRows.latest, go by the id alone; in CarryingOut.endTheRest, leave the
     * transfer alone.
     */
    @Test
    @DisplayName("§10 what was open ends with leaving: a change, a transfer; neither can be decided afterwards")
    void whatWasOpenEnds() {
        value(edits.change(owner, profile(Map.of("income", "5"))));
        long edit = people.openTaskOf(member);
        // An older one from a node whose clock was ahead.
        database.update(
                "INSERT INTO registration_edit (id, registration_id, kind, state, content_sealed, submitted_at)"
                        + " SELECT id + 1000000000, registration_id, kind, 'RETURNED', content_sealed, submitted_at"
                        + " FROM registration_edit WHERE registration_id = ?",
                member.id());
        value(ages.leave(maths, member.id()));
        assertThat(number(
                        "SELECT COUNT(*) FROM registration_edit WHERE registration_id = ? AND state = 'PENDING'",
                        member.id()))
                .isZero();
        assertThat(reviews.find(edit).orElseThrow().state()).isEqualTo(ReviewTask.State.CANCELLED);
        assertThat(refusalOf(reviews.decideOnPhone(ZHANG_SAN, edit, APPROVE))).isEqualTo("ALREADY_DECIDED");

        Registration other = people.someoneApproved(aProfile().bornOn(TODAY.minusYears(29)), ZHANG_SAN);
        Caller.OwnAccount otherOwner = new Caller.OwnAccount(other.accountId());
        Transfer transfer = value(transfers.start(otherOwner, study(1002)));
        value(ages.leave(maths, other.id()));
        assertThat(string("SELECT state FROM transfer WHERE id = ?", transfer.id()))
                .isEqualTo("STOPPED");
        assertThat(number("SELECT COUNT(*) FROM review_task WHERE registration_id = ? AND state = 'OPEN'", other.id()))
                .isZero();
    }

    /** Break: in FormEnds.stepped, look only at a registration that is gone. */
    @Test
    @DisplayName("§10 a form that waits ends with leaving: approving it replaces nothing any more")
    void aFormThatWaitsEnds() {
        Form first = value(forms.file(ZHANG_SAN, member.id(), paper()));
        Form second = value(forms.file(ZHANG_SAN, member.id(), paper()));
        long task = number("SELECT id FROM review_task WHERE form_id = ?", second.id());
        value(ages.leave(maths, member.id()));
        assertThat(reviews.find(task).orElseThrow().state()).isEqualTo(ReviewTask.State.CANCELLED);
        assertThat(pushes("REVIEW_CARD_CLOSE", task)).isPositive();
        assertThat(refusalOf(reviews.decideOnPhone(CHEN_JING, task, APPROVE))).isEqualTo("ALREADY_DECIDED");
        assertThat(string("SELECT state FROM form WHERE id = ?", first.id())).isEqualTo("FORMAL");
        assertThat(string("SELECT CONCAT(state, reason) FROM form WHERE id = ?", second.id()))
                .isEqualTo("WITHDRAWN团员已离团");
        assertThat(audited("form.withdrawn", second.id())).isEqualTo(1);
        Leaving asked = value(leavings.start(ZHANG_SAN, member.id(), RESTORE));
        value(reviews.decideOnPhone(CHEN_JING, task(asked), APPROVE));
        assertThat(value(forms.file(ZHANG_SAN, member.id(), paper())).state()).isEqualTo(Form.State.WAITING);
    }

    /** Break: in CarryingOut.endTheRest, leave out the audit line. */
    @Test
    @DisplayName("§10 a re-binding that waits ends with leaving, and the audit says so")
    void aRebindingThatWaitsEnds() {
        String phone = Identities.phone();
        database.update("UPDATE sms_pace SET last_at = '2000-01-01'");
        value(codes.send(phone, SmsCodes.Purpose.REBIND, null));
        String code = codes.message(database.queryForObject("SELECT MAX(id) FROM sms_code", Long.class))
                .orElseThrow()
                .code();
        String name = registrations.profile(owner).orElseThrow().name();
        value(rebinds.open(value(rebinds.judge(phone, code, new Claim(name, "RESIDENT_ID", document), null))));
        value(ages.leave(maths, member.id()));
        assertThat(rebinds.openOf(owner)).isEmpty();
        assertThat(openTasks()).isZero();
        assertThat(audited("rebinding.returned", member.accountId())).isEqualTo(1);
    }

    /** Break: in Departure.comeBack, leave out admit. */
    @Test
    @DisplayName("§10 who left by mistake comes back to the branch, with number and papers, when the superior confirms")
    void whoLeftByMistakeComesBack() {
        String had = string("SELECT member_number FROM registration WHERE id = ?", member.id());
        assertThat(refusalOf(leavings.start(ZHANG_SAN, member.id(), RESTORE))).isEqualTo("LEAVING_NOT_LEFT");
        value(ages.leave(maths, member.id()));
        Leaving asked = value(leavings.start(ZHANG_SAN, member.id(), RESTORE));
        value(reviews.decideOnPhone(CHEN_JING, task(asked), APPROVE));
        assertThat(state()).isEqualTo(Registration.State.APPROVED);
        assertThat(string("SELECT member_number FROM registration WHERE id = ?", member.id()))
                .isEqualTo(had);
        assertThat(string("SELECT branch_id FROM member WHERE registration_id = ?", member.id()))
                .isEqualTo(Long.toString(MATHS_2301));
        assertThat(change()).isInstanceOf(Outcome.Done.class);
        assertThat(standing(member)).isEqualTo(AgeDesk.Standing.DUE);
    }

    /** Break: in Judging.restoring, don't look whether the branch is open. */
    @Test
    @DisplayName("§10 a branch that was merged is followed, one that was closed is said to be")
    void aBranchThatIsGone() {
        Organisation merged = plant(Seats.MATHS);
        Organisation closed = plant(Seats.MATHS);
        Registration one = people.someoneApproved(born28().inBranch(merged.id()), CHEN_JING);
        Registration two = people.someoneApproved(born28().inBranch(closed.id()), CHEN_JING);
        value(ages.leave(maths, one.id()));
        value(ages.leave(maths, two.id()));
        value(tree.merge("test:1", merged.id(), MATHS_2301));
        value(tree.close("test:1", closed.id()));
        List<AgeDesk.Former> left =
                value(ages.left(seats.viewer(Seats.MATHS), null, null, 100)).items();
        AgeDesk.Former followed = left.stream()
                .filter(line -> line.registrationId() == one.id())
                .findFirst()
                .orElseThrow();
        assertThat(followed.branch().id()).isEqualTo(MATHS_2301);
        assertThat(followed.was().id()).isEqualTo(merged.id());
        assertThat(refusalOf(leavings.start(maths, two.id(), RESTORE))).isEqualTo("LEAVING_BRANCH_CLOSED");
        Leaving asked = value(leavings.start(maths, one.id(), RESTORE));
        value(reviews.decideOnPhone(CHEN_JING, task(asked), APPROVE));
        assertThat(string("SELECT branch_id FROM registration WHERE id = ?", one.id()))
                .isEqualTo("1001");
    }

    /** Break: in LeavingRules.refusal, let only members be deleted. */
    @Test
    @DisplayName("§10 whose branch was closed is told who removes the old record, and registers anew after that")
    void whoseBranchIsClosedRegistersAnew() {
        Organisation closed = plant(Seats.MATHS);
        String theirs = Identities.residentId(TODAY.minusYears(28).minusDays(3));
        Registration one = people.someoneApproved(aProfile().document(theirs).inBranch(closed.id()), CHEN_JING);
        Caller.OwnAccount they = new Caller.OwnAccount(one.accountId());
        value(ages.leave(maths, one.id()));
        value(tree.close("test:1", closed.id()));
        assertThat(refusalOf(
                        registrations.submit(they, aProfile().document(theirs).build())))
                .isEqualTo("LEAGUE_LEFT");
        Outcome<Leaving> refused = leavings.start(maths, one.id(), RESTORE);
        assertThat(((Outcome.Refused<Leaving>) refused).refusals().get(0).text())
                .contains("上级团组织“" + seats.viewer(Seats.MATHS).organisation().name() + "”办理删除报到");
        Wish deletion = new Wish(Leaving.Kind.DELETION, "TWICE", "原团支部已撤销，由本人重新报到", null);
        Leaving asked = value(leavings.start(maths, one.id(), deletion));
        value(reviews.decideOnPhone(CHEN_JING, task(asked), APPROVE));
        assertThat(value(registrations.submit(they, aProfile().document(theirs).build()))
                        .state())
                .isEqualTo(Registration.State.PENDING);
    }

    /** Break: in LeavingShifts.closed, do nothing. */
    @Test
    @DisplayName("§10 while it waits the branch is merged: it goes along and is decided there")
    void whileItWaitsTheBranchIsMerged() {
        Organisation merged = plant(Seats.PHYSICS);
        Registration one =
                people.someoneSubmitted(born28().inBranch(merged.id()), cn.tuanwu.realname.RealName.Result.MATCH);
        value(reviews.decideAtConsole(seats.reviewer(Seats.PHYSICS), people.openTaskOf(one), APPROVE));
        Leaving asked = value(leavings.ask(new Caller.OwnAccount(one.accountId()), "想退出"));
        value(tree.merge("test:1", merged.id(), MATHS_2301));
        assertThat(string("SELECT branch_id FROM review_task WHERE id = ?", task(asked)))
                .isEqualTo("1001");
        value(reviews.decideOnPhone(ZHANG_SAN, task(asked), APPROVE));
        value(reviews.decideOnPhone(CHEN_JING, task(asked), APPROVE));
        assertThat(string("SELECT state FROM registration WHERE id = ?", one.id()))
                .isEqualTo("LEFT_VOLUNTARILY");
    }

    private Organisation plant(long parent) {
        return new Trees(tree, database).plant(parent, Organisation.Kind.BRANCH);
    }

    private cn.tuanwu.support.ProfileFixture born28() {
        return aProfile().bornOn(TODAY.minusYears(28).minusDays(3));
    }

    private AgeDesk.Standing standing(Registration who) {
        return value(ages.turning(seats.viewer(Seats.MATHS), new AgeDesk.Filter(null, null), null, 100))
                .items()
                .stream()
                .filter(line -> line.registrationId() == who.id())
                .map(AgeDesk.Line::standing)
                .findFirst()
                .orElseThrow();
    }

    private Registration.State state() {
        return registrations.mine(owner).orElseThrow().state();
    }

    private Outcome<Registration> change() {
        return edits.change(owner, profile(Map.of("unit", "单位" + Identities.phone())));
    }

    private static Profile profile(Map<String, String> wish) {
        return new JsonMapper().convertValue(wish, Profile.class);
    }

    private static cn.tuanwu.transfer.Wish study(long target) {
        return new cn.tuanwu.transfer.Wish(Transfer.Kind.INSIDE, Transfer.Reason.STUDY, null, "南岭大学", target, null);
    }

    private long task(Leaving leaving) {
        return number("SELECT id FROM review_task WHERE live_leaving = ?", leaving.id());
    }

    private int openTasks() {
        return (int)
                number("SELECT COUNT(*) FROM review_task WHERE registration_id = ? AND state = 'OPEN'", member.id());
    }

    private int lines(String state) {
        Integer found = database.queryForObject(
                "SELECT SUM(members) FROM member_count WHERE organisation_id = 1 AND state = ?", Integer.class, state);
        return found == null ? 0 : found;
    }

    private int pushes(String kind, long subject) {
        return database.queryForObject(
                "SELECT COUNT(*) FROM outbox WHERE kind = ? AND subject_id = ?", Integer.class, kind, subject);
    }

    private long reminded(Organisation branch) {
        return number("SELECT COUNT(*) FROM leaving_reminder WHERE branch_id = ?", branch.id());
    }

    private static FormDesk.Incoming paper() {
        byte[] bytes = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        return new FormDesk.Incoming(bytes, bytes, 4, Form.Source.PAGE);
    }

    private int audited(String action, long subject) {
        return database.queryForObject(
                "SELECT COUNT(*) FROM audit WHERE action = ? AND subject_id = ?", Integer.class, action, subject);
    }

    private long number(String sql, long id) {
        return database.queryForObject(sql, Long.class, id);
    }

    private String string(String sql, long id) {
        return database.queryForObject(sql, String.class, id);
    }
}

package cn.tuanwu.transfer;

import static cn.tuanwu.support.People.CHEN_JING;
import static cn.tuanwu.support.People.MATHS_2301;
import static cn.tuanwu.support.People.ZHANG_SAN;
import static cn.tuanwu.support.People.ZHAO_MIN;
import static cn.tuanwu.support.People.refusalOf;
import static cn.tuanwu.support.People.value;
import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.registration.EvidenceDesk;
import cn.tuanwu.registration.MessageDesk;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.ReturnReason;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.review.ReviewTask;
import cn.tuanwu.support.Identities;
import cn.tuanwu.support.People;
import cn.tuanwu.support.Photos;
import cn.tuanwu.support.RoomTest;
import cn.tuanwu.support.Seats;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** 申诉 against a transfer's return (product §9). */
@RoomTest
@Tag("transfers")
class AppealTest {
    private static final Decision APPROVE = new Decision.Approve();
    private static final Decision RETURN = new Decision.SendBack(ReturnReason.NOT_HERE);
    private static final long MATHS_2302 = 1002;
    private static final long PHYSICS_2301 = 1101;

    @Autowired
    TransferDesk transfers;

    @Autowired
    LetterDesk letters;

    @Autowired
    ReviewDesk reviews;

    @Autowired
    EvidenceDesk evidence;

    @Autowired
    MessageDesk messages;

    @Autowired
    Stopping stopping;

    @Autowired
    People people;

    @Autowired
    Seats seats;

    @Autowired
    JdbcTemplate database;

    @Autowired
    TransactionTemplate transaction;

    private Registration member;
    private Caller.OwnAccount owner;

    @BeforeEach
    void anApprovedMember() {
        String document = Identities.residentId(LocalDate.of(2003, 4, 5));
        member = people.someoneApproved(aProfile().document(document), ZHANG_SAN);
        owner = new Caller.OwnAccount(member.accountId());
    }

    /** Break: in Hearing.accept, leave out nodes.overrule, rows.reopen or relocation.resume. */
    @Test
    @DisplayName("§9 an appeal that is accepted takes the transfer on behind the node that sent it back, with new days")
    void anAcceptedAppealTakesItOn() {
        Transfer returned = returnedAtTheFirstNode(PHYSICS_2301);
        long picture = value(evidence.keep(owner, Photos.jpeg(40, 30)));
        Transfer appealed = value(transfers.appeal(owner, returned.id(), "我已在物理学院就读", List.of(picture)));
        assertThat(appealed.state()).isEqualTo(Transfer.State.RETURNED);
        assertThat(appealed.appeal().state()).isEqualTo(Appeal.State.OPEN);
        assertThat(appealed.appeal().pictures()).containsExactly(picture);
        assertThat(appealed.appeal().reason()).isEqualTo("不在本单位就读或工作");
        assertThat(appealed.appeal().organisation().id()).isEqualTo(Seats.MATHS);
        ReviewTask task = reviews.find(task(returned)).orElseThrow();
        assertThat(task.kind()).isEqualTo(ReviewTask.Kind.APPEAL);
        assertThat(refusalOf(reviews.decideOnPhone(ZHANG_SAN, task.id(), APPROVE)))
                .isEqualTo("APPEAL_OWN");
        value(reviews.decideOnPhone(CHEN_JING, task.id(), APPROVE));
        Transfer on = transfers.find(owner, returned.id()).orElseThrow();
        assertThat(on.state()).isEqualTo(Transfer.State.OPEN);
        assertThat(on.node()).isEqualTo(2);
        assertThat(on.nodes().get(0).turn()).isEqualTo(Transfer.Turn.AGREED);
        assertThat(on.appeal().state()).isEqualTo(Appeal.State.ACCEPTED);
        assertThat(on.expiresAt()).isAfter(returned.expiresAt());
        assertThat(refusalOf(transfers.start(owner, to(MATHS_2302)))).isEqualTo("TRANSFER_OPEN");
        assertThat(told()).first().asString().contains("申诉成立");
        value(reviews.decideOnPhone(CHEN_JING, transferTask(on), APPROVE));
        value(reviews.decideOnPage(ZHAO_MIN, transferTask(on), APPROVE));
        value(reviews.decideAtConsole(seats.reviewer(Seats.PROVINCE), transferTask(on), APPROVE));
        assertThat(transfers.find(owner, on.id()).orElseThrow().state()).isEqualTo(Transfer.State.DONE);
        assertThat(branch()).isEqualTo(PHYSICS_2301);
    }

    /** Break: in Hearing.accept, leave out issuing.annul; in LetterDesk.arrived, leave out appealing.end. */
    @Test
    @DisplayName("§9 an appeal and a letter out of the province exclude each other")
    void anAppealAndALetterExcludeEachOther() {
        Transfer returned = returnedAtTheFirstNode(MATHS_2302);
        Transfer away = withALetter();
        value(transfers.appeal(owner, returned.id(), "我在二班上课", List.of()));
        value(reviews.decideAtConsole(seats.reviewer(Seats.MATHS), task(returned), APPROVE));
        assertThat(letters.open(owner, away.id())).isInstanceOf(Outcome.Refused.class);
        value(transfers.withdraw(owner, returned.id(), "还是出省"));
        Transfer again = returnedAtTheFirstNode(MATHS_2302);
        Transfer gone = withALetter();
        value(transfers.appeal(owner, again.id(), "我在二班上课", List.of()));
        long task = task(again);
        value(letters.arrived(ZHANG_SAN, gone.id()));
        assertThat(reviews.find(task).orElseThrow().state()).isEqualTo(ReviewTask.State.CANCELLED);
    }

    private Transfer withALetter() {
        Transfer.Place place = new Transfer.Place("湖南省", "长沙市", null, "长沙某厂团委");
        Transfer away = value(
                transfers.start(owner, new Wish(Transfer.Kind.OUTSIDE, Transfer.Reason.WORK, null, null, null, place)));
        value(reviews.decideOnPhone(ZHANG_SAN, transferTask(away), APPROVE));
        value(reviews.decideOnPhone(CHEN_JING, transferTask(away), APPROVE));
        return away;
    }

    /** Break: in Appealing.refusal, don't ask whether there was one. */
    @Test
    @DisplayName("§9 refused with words is the end; there is one appeal for each transfer")
    void refusedIsTheEnd() {
        Transfer returned = returnedAtTheFirstNode(MATHS_2302);
        value(transfers.appeal(owner, returned.id(), "我在二班上课", List.of()));
        Decision.SendBack words = new Decision.SendBack(ReturnReason.OTHER, "学籍仍在一班");
        value(reviews.decideAtConsole(seats.reviewer(Seats.MATHS), task(returned), words));
        Transfer refused = transfers.find(owner, returned.id()).orElseThrow();
        assertThat(refused.state()).isEqualTo(Transfer.State.RETURNED);
        assertThat(refused.appeal().state()).isEqualTo(Appeal.State.REFUSED);
        assertThat(refused.appeal().note()).isEqualTo("学籍仍在一班");
        assertThat(told()).first().asString().contains("学籍仍在一班");
        assertThat(refusalOf(transfers.appeal(owner, returned.id(), "再申诉", List.of())))
                .isEqualTo("APPEAL_ONCE");
        value(transfers.start(owner, to(MATHS_2302)));
    }

    /** Break: in Transfer.canAppeal, leave one of the questions out. */
    @Test
    @DisplayName("§9 only against a return, by the member, in words, with their own pictures, within thirty days")
    void onlyAgainstAReturnAndInTime() {
        Transfer open = value(transfers.start(owner, to(MATHS_2302)));
        assertThat(refusalOf(transfers.appeal(owner, open.id(), "不服", List.of())))
                .isEqualTo("APPEAL_NOT_RETURNED");
        value(reviews.decideOnPhone(ZHANG_SAN, transferTask(open), RETURN));
        assertThat(refusalOf(transfers.appeal(owner, open.id(), "  ", List.of())))
                .isEqualTo("APPEAL_WORDS");
        assertThat(refusalOf(transfers.appeal(owner, open.id(), "字".repeat(301), List.of())))
                .isEqualTo("APPEAL_WORDS");
        assertThat(refusalOf(transfers.appeal(owner, open.id(), "不服", List.of(424242L))))
                .isEqualTo("PHOTO_UNKNOWN");
        Caller.OwnAccount another = new Caller.OwnAccount(
                people.someoneApproved(aProfile().document(Identities.residentId(LocalDate.of(2003, 4, 6))), ZHANG_SAN)
                        .accountId());
        assertThat(refusalOf(transfers.appeal(another, open.id(), "不服", List.of())))
                .isEqualTo("TRANSFER_UNKNOWN");
        database.update(
                "UPDATE transfer SET ended_at = UTC_TIMESTAMP(3) - INTERVAL ? SECOND WHERE id = ?",
                Duration.ofDays(30).toSeconds() + 1,
                open.id());
        assertThat(refusalOf(transfers.appeal(owner, open.id(), "不服", List.of())))
                .isEqualTo("APPEAL_LATE");
        assertThat(string("SELECT COUNT(*) FROM transfer_appeal WHERE transfer_id = ?", open.id()))
                .isEqualTo("0");
    }

    /** Break: in Starting.once, let anybody end an appeal, or leave it open. */
    @Test
    @DisplayName("§9 while it is open no organisation begins another; the member may, and gives it up by that")
    void aNewTransferOfTheMemberGivesItUp() {
        Transfer returned = returnedAtTheFirstNode(MATHS_2302);
        value(transfers.appeal(owner, returned.id(), "我在二班上课", List.of()));
        long task = task(returned);
        assertThat(refusalOf(transfers.start(ZHANG_SAN, member.id(), to(MATHS_2302))))
                .isEqualTo("APPEAL_OPEN");
        value(transfers.start(owner, to(PHYSICS_2301)));
        assertThat(transfers.find(owner, returned.id()).orElseThrow().appeal().state())
                .isEqualTo(Appeal.State.WITHDRAWN);
        assertThat(reviews.find(task).orElseThrow().state()).isEqualTo(ReviewTask.State.CANCELLED);
    }

    /** Break: in Hearing.accept, don't ask what is in the way. */
    @Test
    @DisplayName("§9 what stands in the way by now is said; the appeal stays open")
    void whatStandsInTheWayByNowIsSaid() {
        Transfer returned = returnedAtTheFirstNode(MATHS_2302);
        value(transfers.appeal(owner, returned.id(), "我在二班上课", List.of()));
        Caller.Reviewer maths = seats.reviewer(Seats.MATHS);
        database.update("UPDATE registration SET cadre = 1 WHERE id = ?", member.id());
        assertThat(refusalOf(reviews.decideAtConsole(maths, task(returned), APPROVE)))
                .isEqualTo("TRANSFER_CADRE");
        database.update("UPDATE registration SET cadre = 0, branch_id = 1003 WHERE id = ?", member.id());
        assertThat(refusalOf(reviews.decideAtConsole(maths, task(returned), APPROVE)))
                .isEqualTo("APPEAL_MEMBER_MOVED");
        assertThat(reviews.find(task(returned)).orElseThrow().isOpen()).isTrue();
        assertThat(transfers.find(owner, returned.id()).orElseThrow().appeal().isOpen())
                .isTrue();
    }

    /** Break: in BranchChoice.keep, ask nobody. */
    @Test
    @DisplayName("§9 where the node would have named the branch, whoever accepts names it")
    void whoeverAcceptsNamesTheBranch() {
        Transfer transfer = value(transfers.start(ZHANG_SAN, member.id(), to(Seats.PHYSICS)));
        value(reviews.decideOnPhone(CHEN_JING, transferTask(transfer), APPROVE));
        value(reviews.decideAtConsole(seats.reviewer(Seats.PHYSICS), transferTask(transfer), RETURN));
        value(transfers.appeal(owner, transfer.id(), "录取通知书见照片", List.of()));
        long task = task(transfer);
        assertThat(reviews.find(task).orElseThrow().branch().id()).isEqualTo(Seats.PROVINCE);
        Caller.Reviewer province = seats.reviewer(Seats.PROVINCE);
        assertThat(refusalOf(reviews.decideAtConsole(province, task, APPROVE))).isEqualTo("TRANSFER_BRANCH_NEEDED");
        assertThat(refusalOf(reviews.decideAtConsole(province, task, new Decision.Assign(MATHS_2302))))
                .isEqualTo("TRANSFER_BRANCH_ELSEWHERE");
        value(reviews.decideAtConsole(province, task, new Decision.Assign(PHYSICS_2301)));
        assertThat(transfers.find(owner, transfer.id()).orElseThrow().state()).isEqualTo(Transfer.State.DONE);
        assertThat(branch()).isEqualTo(PHYSICS_2301);
    }

    /** Break: in Stopping.stop, leave one of the two out. */
    @Test
    @DisplayName("§9 with the membership an open transfer stops, and an open appeal")
    void withTheMembershipItStops() {
        Transfer returned = returnedAtTheFirstNode(MATHS_2302);
        value(transfers.appeal(owner, returned.id(), "我在二班上课", List.of()));
        long task = task(returned);
        transaction.executeWithoutResult(status -> stopping.stop(member.id(), "system", "团员已退团"));
        assertThat(reviews.find(task).orElseThrow().state()).isEqualTo(ReviewTask.State.CANCELLED);
        Transfer open = value(transfers.start(owner, to(PHYSICS_2301)));
        long node = transferTask(open);
        transaction.executeWithoutResult(status -> stopping.stop(member.id(), "system", "团员已退团"));
        assertThat(transfers.find(owner, open.id()).orElseThrow().state()).isEqualTo(Transfer.State.STOPPED);
        assertThat(reviews.find(node).orElseThrow().state()).isEqualTo(ReviewTask.State.CANCELLED);
        assertThat(string("SELECT transferring FROM registration WHERE id = ?", member.id()))
                .isEqualTo("0");
    }

    /** Break: in TransferNews, leave the version out of the key; in TransferEnds.end, tell nobody. */
    @Test
    @DisplayName("§9 the member hears of each step, the branch that started it of the end, all of the last days")
    void eachStepIsTold() {
        Transfer transfer = value(transfers.start(ZHANG_SAN, member.id(), to(PHYSICS_2301)));
        value(reviews.decideOnPhone(CHEN_JING, transferTask(transfer), APPROVE));
        transfers.warn(transfer.id());
        transfers.warn(transfer.id());
        value(reviews.decideOnPage(ZHAO_MIN, transferTask(transfer), RETURN));
        assertThat(steps(transfer)).containsExactly("AGREED", "EXPIRING", "RETURNED", "STARTED");
        assertThat(database.queryForList(
                        "SELECT DISTINCT receiver FROM outbox WHERE kind = 'TRANSFER_STANDING' AND subject_id = ?"
                                + " AND push_key LIKE '%:over:%' ORDER BY receiver",
                        String.class, transfer.id()))
                .containsExactly("201", "202");
        value(transfers.appeal(owner, transfer.id(), "我在二班上课", List.of()));
        value(reviews.decideAtConsole(
                seats.reviewer(Seats.PROVINCE), task(transfer), new Decision.SendBack(ReturnReason.RETURN_STANDS)));
        assertThat(steps(transfer)).contains("APPEAL_REFUSED");
        assertThat(told().get(0)).contains("申诉不成立", "原退回理由成立");
    }

    private List<String> steps(Transfer transfer) {
        return database.queryForList(
                "SELECT SUBSTRING_INDEX(receiver, ':', 1) FROM outbox WHERE kind = 'TRANSFER_STEP' AND subject_id = ?"
                        + " ORDER BY 1",
                String.class,
                transfer.id());
    }

    private Transfer returnedAtTheFirstNode(long target) {
        Transfer transfer = value(transfers.start(owner, to(target)));
        value(reviews.decideOnPhone(ZHANG_SAN, transferTask(transfer), RETURN));
        assertThat(branch()).isEqualTo(MATHS_2301);
        return transfers.find(owner, transfer.id()).orElseThrow();
    }

    private static Wish to(long target) {
        return new Wish(Transfer.Kind.INSIDE, Transfer.Reason.STUDY, null, "南岭大学", target, null);
    }

    private List<String> told() {
        return messages.told(owner, Long.MAX_VALUE, 5).stream()
                .map(MessageDesk.Message::text)
                .toList();
    }

    private long task(Transfer transfer) {
        return Long.parseLong(string("SELECT id FROM review_task WHERE appeal_id = ?", transfer.id()));
    }

    private long transferTask(Transfer transfer) {
        return Long.parseLong(string("SELECT id FROM review_task WHERE live_transfer = ?", transfer.id()));
    }

    private long branch() {
        return Long.parseLong(string("SELECT branch_id FROM registration WHERE id = ?", member.id()));
    }

    private String string(String sql, long id) {
        return database.queryForObject(sql, String.class, id);
    }
}

package cn.tuanwu.transfer;

import static cn.tuanwu.support.People.refusalOf;
import static cn.tuanwu.support.People.value;
import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.org.TreeDesk;
import cn.tuanwu.org.Trees;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.ReturnReason;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.review.ReviewTask;
import cn.tuanwu.support.People;
import cn.tuanwu.support.RoomTest;
import cn.tuanwu.support.Seats;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tree changes, or somebody is quicker, while a transfer is open. */
@RoomTest
@Tag("transfers")
class TransferTreeTest {
    private static final Decision APPROVE = new Decision.Approve();

    @Autowired
    TransferDesk transfers;

    @Autowired
    LetterDesk letters;

    @Autowired
    ReviewDesk reviews;

    @Autowired
    TreeDesk tree;

    @Autowired
    People people;

    @Autowired
    Seats seats;

    @Autowired
    JdbcTemplate database;

    private Organisation from;
    private Organisation target;
    private Caller.OwnAccount owner;
    private Transfer transfer;

    @BeforeEach
    void anOpenTransferBetweenTwoBranches() {
        from = plant(Seats.MATHS, Organisation.Kind.BRANCH);
        target = plant(Seats.MATHS, Organisation.Kind.BRANCH);
        Registration member = people.someoneApproved(aProfile().inBranch(from.id()), People.CHEN_JING);
        owner = new Caller.OwnAccount(member.accountId());
        transfer = value(transfers.start(owner, to(target)));
    }

    /** Break: in TreeShifts.closed, do nothing. */
    @Test
    @DisplayName("§9 merged into one, there is nothing left to transfer")
    void mergedIntoOneThereIsNothingLeftToTransfer() {
        long task = task();
        value(tree.merge("test", from.id(), target.id()));
        assertThat(now().state()).isEqualTo(Transfer.State.STOPPED);
        assertThat(reviews.find(task).orElseThrow().state()).isEqualTo(ReviewTask.State.CANCELLED);
        Organisation other = plant(Seats.MATHS, Organisation.Kind.BRANCH);
        assertThat(transfers.blockers(owner, to(other))).isEmpty();
    }

    @Test
    @DisplayName("§9 whoever takes the place of the branch that lets go, or of the target, is asked instead")
    void whoeverTakesTheirPlaceIsAskedInstead() {
        Organisation heir = plant(Seats.MATHS, Organisation.Kind.BRANCH);
        Organisation goal = plant(Seats.MATHS, Organisation.Kind.BRANCH);
        value(tree.merge("test", from.id(), heir.id()));
        value(tree.merge("test", target.id(), goal.id()));
        assertThat(now().nodes()).extracting(node -> node.organisation().id()).containsExactly(heir.id(), goal.id());
        assertThat(reviews.find(task()).orElseThrow().branch().id()).isEqualTo(heir.id());
        approveAll();
        assertThat(now().state()).isEqualTo(Transfer.State.DONE);
        assertThat(now().to().id()).isEqualTo(goal.id());
    }

    /** Break: in Hearing.accept, redirect nothing. */
    @Test
    @DisplayName("§9 what was merged while an appeal waited is followed when it is accepted")
    void anAppealFollowsWhatWasMerged() {
        Organisation heir = plant(Seats.MATHS, Organisation.Kind.BRANCH);
        Organisation goal = plant(Seats.MATHS, Organisation.Kind.BRANCH);
        value(reviews.decideOnPhone(People.CHEN_JING, task(), new Decision.SendBack(ReturnReason.NOT_HERE)));
        value(transfers.appeal(owner, transfer.id(), "已在新支部上课", List.of()));
        value(tree.merge("test", from.id(), heir.id()));
        value(tree.merge("test", target.id(), goal.id()));
        long appeal =
                database.queryForObject("SELECT id FROM review_task WHERE appeal_id = ?", Long.class, transfer.id());
        value(reviews.decideAtConsole(seats.reviewer(Seats.MATHS), appeal, APPROVE));
        assertThat(now().current().organisation().id()).isEqualTo(goal.id());
        assertThat(now().from().id()).isEqualTo(heir.id());
        approveAll();
        assertThat(now().to().id()).isEqualTo(goal.id());
    }

    /** Break: in TreeShifts, hand nothing over. */
    @Test
    @DisplayName("§9 the branch that took in another finds its letters, and says who arrived")
    void lettersGoToTheHeir() {
        Organisation heir = plant(Seats.PHYSICS, Organisation.Kind.BRANCH);
        value(transfers.withdraw(owner, transfer.id(), "出省"));
        Transfer.Place place = new Transfer.Place("湖南省", null, null, "长沙某厂团委");
        transfer = value(
                transfers.start(owner, new Wish(Transfer.Kind.OUTSIDE, Transfer.Reason.WORK, null, null, null, place)));
        approveAll();
        Caller.Reviewer physicists = seats.reviewer(Seats.PHYSICS);
        assertThat(transfers.find(physicists, transfer.id())).isEmpty();
        value(tree.merge("test", from.id(), heir.id()));
        assertThat(transfers.find(physicists, transfer.id())).isPresent();
        value(letters.arrived(physicists, transfer.id()));
    }

    @Test
    @DisplayName("§9 a target that closes stops it")
    void aTargetThatClosesStopsIt() {
        value(tree.close("test", target.id()));
        assertThat(now().state()).isEqualTo(Transfer.State.STOPPED);
        assertThat(now().endReason()).contains("已撤销");
    }

    /** Break: in TreeShifts.moved, do nothing. */
    @Test
    @DisplayName("§9 a branch that goes under another committee brings its new superior")
    void aMovedBranchBringsItsNewSuperior() {
        Organisation physicists = plant(Seats.PHYSICS, Organisation.Kind.BRANCH);
        value(transfers.withdraw(owner, transfer.id(), "换一个"));
        transfer = value(transfers.start(owner, to(physicists)));
        assertThat(now().nodes().get(1).organisation().id()).isEqualTo(Seats.MATHS);
        value(reviews.decideAtConsole(seats.reviewer(Seats.MATHS), task(), APPROVE));
        long task = task();
        value(tree.move("test", from.id(), Seats.PHYSICS));
        assertThat(now().nodes().get(1).organisation().id()).isEqualTo(Seats.PROVINCE);
        assertThat(reviews.find(task).orElseThrow().branch().id()).isEqualTo(Seats.PROVINCE);
        assertThat(refusalOf(reviews.decideAtConsole(seats.reviewer(Seats.MATHS), task, APPROVE)))
                .isEqualTo("TASK_UNKNOWN");
    }

    /** Break: in TransferRows.end, leave out state, node_no and version. */
    @Test
    @DisplayName("§9 the last node agrees while the member takes it back: one of them happens, wholly")
    void oneOfTwoHappensWholly() {
        value(reviews.decideAtConsole(seats.reviewer(Seats.MATHS), task(), APPROVE));
        long task = task();
        List<Outcome<?>> both = atOnce(
                () -> reviews.decideAtConsole(seats.reviewer(Seats.MATHS), task, APPROVE),
                () -> transfers.withdraw(owner, transfer.id(), "不转了"));
        assertThat(both.stream().filter(Outcome.Done.class::isInstance)).hasSize(1);
        boolean agreed = both.get(0) instanceof Outcome.Done;
        assertThat(now().state()).isEqualTo(agreed ? Transfer.State.DONE : Transfer.State.WITHDRAWN);
        assertThat(reviews.find(task).orElseThrow().state())
                .isEqualTo(agreed ? ReviewTask.State.APPROVED : ReviewTask.State.CANCELLED);
        assertThat(count("transfer_passage WHERE transfer_id = ?", transfer.id()))
                .isEqualTo(agreed ? 2 : 0);
        assertThat(count("member WHERE registration_id = ? AND branch_id = " + target.id(), transfer.registrationId()))
                .isEqualTo(agreed ? 1 : 0);
        assertThat(refusalOf(transfers.withdraw(owner, transfer.id(), "晚了"))).isEqualTo("TRANSFER_MOVED_ON");
    }

    /** Break: in RegistrationRows.beginTransfer, leave out version and transferring, and in V90 the unique key. */
    @Test
    @DisplayName("§9 of several starts at the same moment one is kept")
    void ofSeveralStartsOneIsKept() {
        value(transfers.withdraw(owner, transfer.id(), "再来"));
        Supplier<Outcome<?>> start = () -> transfers.start(owner, to(target));
        List<Outcome<?>> all = atOnce(start, start, start, start);
        assertThat(all.stream().filter(Outcome.Done.class::isInstance)).hasSize(1);
        assertThat(count("transfer WHERE open_of = ?", transfer.registrationId()))
                .isEqualTo(1);
        assertThat(count("review_task WHERE state = 'OPEN' AND registration_id = ?", transfer.registrationId()))
                .isEqualTo(1);
    }

    private void approveAll() {
        while (now().isOpen()) {
            value(reviews.decideAtConsole(seats.reviewer(Seats.PROVINCE), task(), APPROVE));
        }
    }

    @SafeVarargs
    private static List<Outcome<?>> atOnce(Supplier<Outcome<?>>... deeds) {
        List<CompletableFuture<Outcome<?>>> running = List.of(deeds).stream()
                .<CompletableFuture<Outcome<?>>>map(CompletableFuture::supplyAsync)
                .toList();
        return running.stream().<Outcome<?>>map(CompletableFuture::join).toList();
    }

    private Organisation plant(long parent, Organisation.Kind kind) {
        return new Trees(tree, database).plant(parent, kind);
    }

    private static Wish to(Organisation organisation) {
        return new Wish(Transfer.Kind.INSIDE, Transfer.Reason.WORK, null, null, organisation.id(), null);
    }

    private Transfer now() {
        return transfers.find(owner, transfer.id()).orElseThrow();
    }

    private long task() {
        return database.queryForObject("SELECT id FROM review_task WHERE live_transfer = ?", Long.class, transfer.id());
    }

    private int count(String what, long id) {
        return database.queryForObject("SELECT COUNT(*) FROM " + what, Integer.class, id);
    }
}

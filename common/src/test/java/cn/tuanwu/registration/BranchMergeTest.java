package cn.tuanwu.registration;

import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.Roster;
import cn.tuanwu.access.Seat;
import cn.tuanwu.invite.Invitation;
import cn.tuanwu.invite.InviteDesk;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.org.TreeDesk;
import cn.tuanwu.org.Trees;
import cn.tuanwu.realname.RealName;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.review.ReviewTask;
import cn.tuanwu.support.People;
import cn.tuanwu.support.RoomTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A branch is merged while its operators decide and its members submit: everybody stands in one branch. */
@RoomTest
@Tag("console")
class BranchMergeTest {
    @Autowired
    TreeDesk tree;

    @Autowired
    OrgDesk organisations;

    @Autowired
    RegistrationDesk registrations;

    @Autowired
    Departure departure;

    @Autowired
    ReviewDesk reviews;

    @Autowired
    InviteDesk invitations;

    @Autowired
    Roster roster;

    @Autowired
    Tx tx;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate database;

    // Break: in BranchMembers.merged, move members before registrations; or in RegistrationDesk.submit, hold no branch.
    @Test
    void whoeverIsApprovedOrSubmitsMeanwhileStandsInTheBranchThatIsLeft() {
        Organisation from = aBranch();
        Organisation into = aBranch();
        List<Long> waiting = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            waiting.add(
                    people.openTaskOf(people.someoneSubmitted(aProfile().inBranch(from.id()), RealName.Result.MATCH)));
        }
        approve(waiting.remove(0));
        int before = members();
        List<Caller.OwnAccount> coming = List.of(people.someoneRegistered(), people.someoneRegistered());

        List<CompletableFuture<Boolean>> meanwhile = new ArrayList<>();
        waiting.forEach(task -> meanwhile.add(CompletableFuture.supplyAsync(() -> approve(task))));
        coming.forEach(someone -> meanwhile.add(CompletableFuture.supplyAsync(() ->
                registrations.submit(someone, aProfile().inBranch(from.id()).build()) != null)));
        CompletableFuture<Outcome<Organisation>> merging =
                CompletableFuture.supplyAsync(() -> tree.merge("test", from.id(), into.id()));
        long approved = waiting.size();
        meanwhile.forEach(CompletableFuture::join);
        People.value(merging.join());

        assertThat(members()).isEqualTo(before + (int) approved);
        assertThat(count("member", from)).isZero();
        assertThat(count("registration", from)).isZero();
        assertThat(count("review_task", from)).isZero();
        assertThat(count("member", into)).isEqualTo(4);
        assertThat(organisations.branch(from.id())).isEmpty();
        assertThat(lines(from)).isZero();
        assertThat(lines(into)).isEqualTo(count("registration", into));
        assertThat(counted(from)).isZero();
        assertThat(counted(into)).isEqualTo(lines(into));
    }

    // Break: in BranchMembers.Rows.moveRegistrations, leave the version as it was.
    @Test
    void whatReadTheOldBranchBeginsNothingAfterTheMerging() {
        Organisation from = aBranch();
        Organisation into = aBranch();
        Registration member = people.someoneApproved(aProfile().inBranch(from.id()), People.CHEN_JING);
        Departure.Standing before = departure.of(member.id()).orElseThrow();
        People.value(tree.merge("test", from.id(), into.id()));
        assertThat(tx.write(() -> departure.begin(before, "陈静", "退团"))).isFalse();
        Departure.Standing now = departure.of(member.id()).orElseThrow();
        assertThat(now.branch()).isEqualTo(into);
        assertThat(tx.write(() -> departure.begin(now, "陈静", "退团"))).isTrue();
    }

    // Break: in Lines.moved, move no lines.
    @Test
    void aMovedBranchIsSeenByItsNewSuperiorAlone() {
        Organisation branch = aBranch();
        people.someoneSubmitted(aProfile().inBranch(branch.id()));
        int maths = lines(organisations.find(100).orElseThrow());
        int physics = lines(organisations.find(101).orElseThrow());
        int house = lines(organisations.find(1).orElseThrow());
        People.value(tree.move("test", branch.id(), 101));
        assertThat(lines(organisations.find(100).orElseThrow())).isEqualTo(maths - 1);
        assertThat(lines(organisations.find(101).orElseThrow())).isEqualTo(physics + 1);
        assertThat(counted(organisations.find(101).orElseThrow())).isEqualTo(physics + 1);
        assertThat(lines(organisations.find(1).orElseThrow())).isEqualTo(house);
    }

    // Break: in InviteDesk.resolve, leave out the closed branch; in TreeEnds.merged, bring nobody.
    @Test
    void itsInvitationsSayWhereItWentAndItsOperatorsGoAlong() {
        Organisation from = aBranch();
        Organisation into = aBranch();
        Caller.Admin committee = new Caller.Admin(
                new Seat("org-account:1", "数学学院团委", organisations.find(100).orElseThrow(), Seat.Role.ADMIN));
        Invitation invitation = People.value(
                invitations.issue(committee, new InviteDesk.Wish(from.id(), Invitation.Carrier.LINK, 7, null)));
        database.update("INSERT INTO roster (organisation_id, staff_id, role) VALUES (?, 204, 'OPERATOR')", from.id());
        long task = people.openTaskOf(people.someoneSubmitted(aProfile().inBranch(from.id())));

        People.value(tree.merge("test", from.id(), into.id()));

        assertThat(invitations.resolve(invitation.code()))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.first().text()).contains("已并入", into.shortName()));
        assertThat(roster.decidersOf(into)).extracting(Roster.Person::id).containsExactly(204L);
        ReviewTask moved = reviews.find(task).orElseThrow();
        assertThat(moved.branch()).isEqualTo(into);
        assertThat(reviews.mayDecide(204, moved)).isTrue();
        assertThat(organisations.holdBranch(from.id())).contains(into);
    }

    // Break: in TreeDesk.close, leave out rules.close.
    @Test
    void aBranchWithSomebodyInItIsNotClosed() {
        Organisation branch = aBranch();
        people.someoneSubmitted(aProfile().inBranch(branch.id()));
        assertThat(tree.close("test", branch.id())).isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(
                        refused.first().text())
                .contains("1 份待审核的报到"));
        assertThat(organisations.branch(branch.id())).isPresent();
    }

    private Organisation aBranch() {
        return new Trees(tree, database).plant(100, Organisation.Kind.BRANCH);
    }

    private boolean approve(long task) {
        return People.value(reviews.decideOnPhone(People.CHEN_JING, task, new Decision.Approve())) != null;
    }

    private int members() {
        return database.queryForObject("SELECT COUNT(*) FROM member", Integer.class);
    }

    /** What the list of an organisation shows. */
    private int lines(Organisation organisation) {
        return database.queryForObject(
                "SELECT COUNT(*) FROM member_line WHERE organisation_id = ?", Integer.class, organisation.id());
    }

    private int counted(Organisation organisation) {
        return database.queryForObject(
                "SELECT COALESCE(SUM(members), 0) FROM member_count WHERE organisation_id = ?",
                Integer.class,
                organisation.id());
    }

    private int count(String table, Organisation branch) {
        return database.queryForObject(
                "SELECT COUNT(*) FROM " + table + " WHERE branch_id = ?", Integer.class, branch.id());
    }
}

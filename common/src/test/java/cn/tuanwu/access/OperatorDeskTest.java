package cn.tuanwu.access;

import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.org.TreeDesk;
import cn.tuanwu.org.Trees;
import cn.tuanwu.registration.ClosingDesk;
import cn.tuanwu.review.CardDesk;
import cn.tuanwu.support.People;
import cn.tuanwu.support.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Someone with an account is made an operator; who they are in WeChat Work is found out later. */
@RoomTest
@Tag("console")
class OperatorDeskTest {
    @Autowired
    OperatorDesk operators;

    @Autowired
    UseridDesk userids;

    @Autowired
    Roster roster;

    @Autowired
    ClosingDesk closings;

    @Autowired
    CardDesk cards;

    @Autowired
    OrgDesk organisations;

    @Autowired
    TreeDesk tree;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate database;

    Organisation branch;

    @BeforeEach
    void found() {
        branch = new Trees(tree, database).plant(100, Organisation.Kind.BRANCH);
    }

    // Break: in UseridDesk.bind, deal nothing.
    @Test
    void withTheUseridTheOpenTasksAreDealt() {
        long task = people.openTaskOf(people.someoneSubmitted(aProfile().inBranch(branch.id())));
        Operator added = appoint(Seat.Role.OPERATOR);
        assertThat(added.sought()).isTrue();
        assertThat(pushes("STAFF_USERID", added.staffId())).isEqualTo(1);
        // As the sender does while it is not known where to.
        cards.closed(cards.find(task, added.staffId()).orElseThrow());
        userids.found(added.staffId(), "u" + added.staffId());
        assertThat(cards.find(task, added.staffId()).orElseThrow().isLive()).isTrue();
        assertThat(roster.byUserid("U" + added.staffId()))
                .map(Roster.Person::id)
                .contains(added.staffId());
    }

    // Break: in OperatorDesk.tell, tell nothing of a role that ceases to decide.
    @Test
    void aRoleThatOnlyLooksLosesItsCardsAndGetsThemBack() {
        Operator added = appoint(Seat.Role.OPERATOR);
        long task = people.openTaskOf(people.someoneSubmitted(aProfile().inBranch(branch.id())));
        int dealt = pushes("REVIEW_DEAL", branch.id());
        People.value(operators.changeRole(admin(100), branch.id(), added.staffId(), Seat.Role.VIEWER));
        assertThat(roster.mayDecide(added.staffId(), branch)).isFalse();
        assertThat(pushes("REVIEW_DEAL", branch.id())).isEqualTo(dealt + 1);
        assertThat(cards.find(task, People.CHEN_JING.staffId())).isPresent();
        People.value(operators.changeRole(admin(100), branch.id(), added.staffId(), Seat.Role.ADMIN));
        assertThat(roster.mayDecide(added.staffId(), branch)).isTrue();
        People.value(operators.dismiss(admin(100), branch.id(), added.staffId()));
        assertThat(roster.serving(added.staffId())).isEmpty();
    }

    // Break: in UseridDesk.join, bring no places along.
    @Test
    void whoWasKnownByWeChatWorkBeforeIsTheSamePerson() {
        database.update(
                "INSERT INTO staff (id, name, wecom_userid) VALUES (?, '钱多', ?)", branch.id(), "q" + branch.id());
        Operator added = appoint(Seat.Role.OPERATOR);
        userids.found(added.staffId(), "q" + branch.id());
        assertThat(People.value(operators.of(viewer(), branch.id())))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.staffId()).isEqualTo(branch.id());
                    assertThat(one.accountId()).isEqualTo(added.accountId());
                });
    }

    // Break: in UseridDesk.whyNot, leave out the places elsewhere.
    @Test
    void nobodySaysWhoSomeoneIsForOtherCommitteesToo() {
        Operator added = appoint(Seat.Role.OPERATOR);
        userids.missed(added.staffId());
        OperatorDesk.Candidate same = new OperatorDesk.Candidate(added.accountId(), "不用这个名字");
        assertThat(People.value(operators.appoint(admin(101), 1101, same, Seat.Role.VIEWER))
                        .name())
                .isEqualTo(added.name());
        assertThat(People.refusalOf(userids.typed(admin(100), branch.id(), added.staffId(), "someone")))
                .isEqualTo("SERVES_ELSEWHERE");
        assertThat(People.refusalOf(userids.typed(admin(10), branch.id(), added.staffId(), "zhangsan")))
                .isEqualTo("USERID_TAKEN");
        assertThat(People.value(userids.typed(admin(10), branch.id(), added.staffId(), "w" + added.staffId()))
                        .userid())
                .isEqualTo("w" + added.staffId());
        assertThat(People.refusalOf(userids.typed(admin(10), branch.id(), added.staffId(), "other")))
                .isEqualTo("USERID_KNOWN");
    }

    // Break: in OperatorDesk.in, leave out isWithin.
    @Test
    void onlyBelowAndOnlyRolesOfTheRoster() {
        Operator added = appoint(Seat.Role.VIEWER);
        OperatorDesk.Candidate same = new OperatorDesk.Candidate(added.accountId(), added.name());
        assertThat(People.refusalOf(operators.appoint(admin(100), branch.id(), same, Seat.Role.OPERATOR)))
                .isEqualTo("SERVES_ALREADY");
        assertThat(People.refusalOf(operators.appoint(admin(100), 1101, same, Seat.Role.OPERATOR)))
                .isEqualTo("ORGANISATION_UNKNOWN");
        assertThat(People.refusalOf(operators.changeRole(admin(100), branch.id(), added.staffId(), Seat.Role.AUDITOR)))
                .isEqualTo("ROLE_INVALID");
        assertThat(operators.within(viewer(), null))
                .anySatisfy(one -> assertThat(one.staffId()).isEqualTo(added.staffId()));
    }

    // Break: in OperatorAccounts.closed, do nothing; in OperatorRows.unname, leave the name or the userid.
    @Test
    void whoClosesTheAccountServesNowhereAndIsNotNamedAnyMore() {
        Operator added = appoint(Seat.Role.OPERATOR);
        userids.found(added.staffId(), "c" + added.staffId());
        People.value(closings.close(new Caller.OwnAccount(added.accountId())));
        assertThat(People.value(operators.of(viewer(), branch.id()))).isEmpty();
        assertThat(roster.mayDecide(added.staffId(), branch)).isFalse();
        assertThat(database.queryForMap(
                        "SELECT name, wecom_userid, account_id FROM staff WHERE id = ?", added.staffId()))
                .containsEntry("name", "已注销")
                .containsEntry("wecom_userid", null)
                .containsEntry("account_id", null);
    }

    private Operator appoint(Seat.Role role) {
        long account = people.someoneRegistered().accountId();
        return People.value(operators.appoint(
                admin(100), branch.id(), new OperatorDesk.Candidate(account, "周" + branch.id() % 97), role));
    }

    private int pushes(String kind, long subject) {
        return database.queryForObject(
                "SELECT COUNT(*) FROM outbox WHERE kind = ? AND subject_id = ?", Integer.class, kind, subject);
    }

    private Caller.Admin admin(long organisation) {
        return new Caller.Admin(seat(organisation));
    }

    private Caller.Viewer viewer() {
        return new Caller.Viewer(seat(100));
    }

    private Seat seat(long organisation) {
        return new Seat("org-account:1", "某团委", organisations.find(organisation).orElseThrow(), Seat.Role.ADMIN);
    }
}

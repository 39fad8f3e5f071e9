package cn.tuanwu.change;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.Seat;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.org.Organisation.Kind;
import cn.tuanwu.org.TreeDesk;
import cn.tuanwu.org.Trees;
import cn.tuanwu.support.People;
import cn.tuanwu.support.RoomTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two colleges with an admin each, under a university with one: who has to agree to what. */
@RoomTest
@Tag("console")
class RequestDeskTest {
    @Autowired
    ChangeDesk changes;

    @Autowired
    RequestDesk requests;

    @Autowired
    TreeDesk tree;

    @Autowired
    OrgDesk organisations;

    @Autowired
    JdbcTemplate database;

    Organisation university;
    Organisation letters;
    Organisation laws;
    Organisation branch;

    @BeforeEach
    void found() {
        Trees trees = new Trees(tree, database);
        university = administered(trees.plant(1, Kind.COMMITTEE));
        letters = administered(trees.plant(university.id(), Kind.COMMITTEE));
        laws = administered(trees.plant(university.id(), Kind.COMMITTEE));
        branch = trees.plant(letters.id(), Kind.BRANCH);
    }

    // Break: in ChangeDesk.move, ask for every move.
    @Test
    void withinOnesOwnSubtreeAMoveIsAtOnce() {
        ChangeDesk.Result result = People.value(changes.move(admin(university), branch.id(), laws.id(), null));
        assertThat(result.asked()).isNull();
        assertThat(now(branch).path()).startsWith(laws.path());
    }

    // Break: in ChangeDesk.sides, leave out the filter.
    @Test
    void whoLetsGoHasAgreedByAskingAndTheNewSuperiorDecides() {
        Change asked = ask(letters);
        assertThat(asked.decider()).isEqualTo(laws);
        assertThat(now(branch)).isEqualTo(branch);
        assertThat(People.refusalOf(requests.agree(admin(letters), asked.id()))).isEqualTo("CHANGE_UNKNOWN");
        assertThat(requests.toDecide(admin(laws), null).changes()).contains(asked);
        assertThat(People.value(requests.agree(admin(laws), asked.id())).state())
                .isEqualTo(Change.State.DONE);
        assertThat(now(branch).path()).startsWith(laws.path());
        assertThat(People.refusalOf(requests.refuse(admin(laws), asked.id(), "晚了")))
                .isEqualTo("CHANGE_DECIDED");
    }

    // Break: in RequestDesk.agree, hold every agreement for the last.
    @Test
    void whatMovesItselfNeedsTheOldSuperiorAndThenTheNew() {
        Organisation elsewhere = administered(new Trees(tree, database).plant(1, Kind.COMMITTEE));
        Change asked = People.value(changes.move(admin(letters), letters.id(), elsewhere.id(), "学院划转"))
                .asked();
        assertThat(asked.decider()).isEqualTo(university);
        assertThat(People.refusalOf(requests.agree(admin(elsewhere), asked.id())))
                .isEqualTo("CHANGE_UNKNOWN");
        Change handedOn = People.value(requests.agree(admin(university), asked.id()));
        assertThat(handedOn.state()).isEqualTo(Change.State.PENDING);
        assertThat(handedOn.decider()).isEqualTo(elsewhere);
        assertThat(now(letters)).isEqualTo(letters);
        People.value(requests.agree(admin(elsewhere), asked.id()));
        assertThat(now(branch).path()).startsWith(elsewhere.path());
    }

    // Break: in ChangeDesk.rename, ask nobody.
    @Test
    void onesOwnNameIsTheSuperiorsToAgree() {
        People.value(changes.rename(admin(letters), branch.id(), "新名团支部", "新名团支部", null));
        Change asked = People.value(changes.rename(admin(letters), letters.id(), "文学院团委", "文学院团委", "学院更名"))
                .asked();
        assertThat(now(branch).name()).isEqualTo("新名团支部");
        assertThat(now(letters).name()).isEqualTo(letters.name());
        People.value(requests.agree(admin(university), asked.id()));
        assertThat(now(letters).name()).isEqualTo("文学院团委");
    }

    // Break: in ChangeRows.end, leave out the version and the state.
    @Test
    void ofManyDecisionsAtOnceOneWins() {
        Change asked = ask(letters);
        List<CompletableFuture<Outcome<Change>>> decisions = Stream.of(true, false, true, false, true, false)
                .map(agree -> CompletableFuture.supplyAsync(() -> agree
                        ? requests.agree(admin(laws), asked.id())
                        : requests.refuse(admin(laws), asked.id(), "不同意")))
                .toList();
        List<Outcome<Change>> outcomes =
                decisions.stream().map(CompletableFuture::join).toList();
        assertThat(outcomes.stream().filter(Outcome.Done.class::isInstance)).hasSize(1);
        assertThat(outcomes.stream().filter(Outcome.Refused.class::isInstance).map(People::refusalOf))
                .containsOnly("CHANGE_DECIDED");
        boolean agreed = requests.asked(admin(letters), null).changes().get(0).state() == Change.State.DONE;
        assertThat(now(branch).path().startsWith(laws.path())).isEqualTo(agreed);
    }

    // Break: in V62, make org_change_live no unique key.
    @Test
    void oneChangeOfAnOrganisationWaitsAtATimeAndCanBeTakenBack() {
        Change asked = ask(letters);
        assertThat(People.refusalOf(changes.move(admin(letters), branch.id(), laws.id(), "再次")))
                .isEqualTo("CHANGE_PENDING");
        assertThat(People.refusalOf(requests.withdraw(admin(laws), asked.id()))).isEqualTo("CHANGE_UNKNOWN");
        People.value(requests.withdraw(admin(letters), asked.id()));
        assertThat(People.refusalOf(requests.agree(admin(laws), asked.id()))).isEqualTo("CHANGE_DECIDED");
        assertThat(ask(letters).state()).isEqualTo(Change.State.PENDING);
    }

    // Break: in ChangeDesk.pair, find the first of the two anywhere.
    @Test
    void whatIsNotTheCallersToMoveDoesNotExist() {
        Organisation far = new Trees(tree, database).plant(1, Kind.COMMITTEE);
        assertThat(People.refusalOf(changes.move(admin(letters), laws.id(), far.id(), "无关")))
                .isEqualTo("ORGANISATION_UNKNOWN");
        assertThat(People.refusalOf(changes.move(admin(laws), branch.id(), laws.id(), "想要")))
                .isEqualTo("ORGANISATION_UNKNOWN");
        assertThat(People.refusalOf(changes.close(admin(letters), laws.id()))).isEqualTo("ORGANISATION_UNKNOWN");
        assertThat(People.refusalOf(changes.close(admin(letters), letters.id())))
                .isEqualTo("OWN_ORGANISATION");
    }

    private Change ask(Organisation from) {
        return People.value(changes.move(admin(from), branch.id(), laws.id(), "支部划转"))
                .asked();
    }

    private Organisation administered(Organisation organisation) {
        database.update(
                "INSERT INTO org_account (id, organisation_id, login, password_hash) VALUES (?, ?, ?, 'none')",
                organisation.id(),
                organisation.id(),
                "t" + organisation.id());
        return organisation;
    }

    private Caller.Admin admin(Organisation organisation) {
        return new Caller.Admin(new Seat(
                "org-account:" + organisation.id(), organisation.shortName(), now(organisation), Seat.Role.ADMIN));
    }

    private Organisation now(Organisation organisation) {
        return organisations.find(organisation.id()).orElseThrow();
    }
}

package cn.tuanwu.transfer;

import static cn.tuanwu.support.People.CHEN_JING;
import static cn.tuanwu.support.People.MATHS_2301;
import static cn.tuanwu.support.People.ZHANG_SAN;
import static cn.tuanwu.support.People.ZHAO_MIN;
import static cn.tuanwu.support.People.refusalOf;
import static cn.tuanwu.support.People.value;
import static cn.tuanwu.support.ProfileFixture.aProfile;
import static cn.tuanwu.transfer.Transfer.Role.IN_BRANCH;
import static cn.tuanwu.transfer.Transfer.Role.IN_SUPERIOR;
import static cn.tuanwu.transfer.Transfer.Role.OUT_BRANCH;
import static cn.tuanwu.transfer.Transfer.Role.OUT_SUPERIOR;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.registration.EditDesk;
import cn.tuanwu.registration.Identification.Claim;
import cn.tuanwu.registration.Profile;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.ReturnReason;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.review.ReviewTask;
import cn.tuanwu.support.Identities;
import cn.tuanwu.support.People;
import cn.tuanwu.support.RoomTest;
import cn.tuanwu.support.Seats;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** 组织关系转接: who is asked in which order, and what comes of it (product §9). */
@RoomTest
@Tag("transfers")
class TransferDeskTest {
    private static final Decision APPROVE = new Decision.Approve();
    private static final long MATHS_2302 = 1002;
    private static final long PHYSICS_2301 = 1101;

    @Autowired
    TransferDesk transfers;

    @Autowired
    ClaimDesk claims;

    @Autowired
    ReviewDesk reviews;

    @Autowired
    EditDesk edits;

    @Autowired
    People people;

    @Autowired
    Seats seats;

    @Autowired
    JdbcTemplate database;

    private final ExecutorService crowd = Executors.newFixedThreadPool(24);
    private String document;
    private Registration member;
    private Caller.OwnAccount owner;

    @AfterEach
    void goneAreTheCrowdAndItsTries() {
        crowd.shutdownNow();
        database.update("DELETE FROM sign_in_failure");
    }

    @BeforeEach
    void anApprovedMember() {
        database.update("DELETE FROM sign_in_failure");
        document = Identities.residentId(LocalDate.of(2003, 4, 5));
        member = people.someoneApproved(aProfile().document(document), ZHANG_SAN);
        owner = new Caller.OwnAccount(member.accountId());
    }

    /** Break: in Course.arrive, leave out one rows.enter; in Relocation.move, leave out moveMember. */
    @Test
    @DisplayName("§9 four nodes, one after the other; then the member is the other branch's, with both histories")
    void fourNodesOneAfterTheOther() {
        String number = string("SELECT member_number FROM registration WHERE id = ?", member.id());
        Transfer transfer = value(transfers.start(owner, to(PHYSICS_2301)));
        assertThat(roles(transfer)).containsExactly(OUT_BRANCH, OUT_SUPERIOR, IN_BRANCH, IN_SUPERIOR);
        value(reviews.decideOnPhone(ZHANG_SAN, task(transfer), APPROVE));
        assertThat(branch()).isEqualTo(MATHS_2301);
        value(reviews.decideOnPhone(CHEN_JING, task(transfer), APPROVE));
        value(reviews.decideOnPage(ZHAO_MIN, task(transfer), APPROVE));
        assertThat(branch()).isEqualTo(MATHS_2301);
        value(reviews.decideAtConsole(seats.reviewer(Seats.PROVINCE), task(transfer), APPROVE));
        Transfer done = transfers.find(owner, transfer.id()).orElseThrow();
        assertThat(done.state()).isEqualTo(Transfer.State.DONE);
        assertThat(done.nodes()).allMatch(node -> node.turn() == Transfer.Turn.AGREED && node.decidedBy() != null);
        assertThat(branch()).isEqualTo(PHYSICS_2301);
        assertThat(string("SELECT branch_id FROM member WHERE registration_id = ?", member.id()))
                .isEqualTo("1101");
        assertThat(string("SELECT member_number FROM registration WHERE id = ?", member.id()))
                .isEqualTo(number);
        assertThat(passages(transfer)).containsExactly("IN 1101", "OUT 1001");
        assertThat(string(
                        "SELECT COUNT(*) FROM audit WHERE subject_id = ? AND action IN ('transfer.left',"
                                + " 'transfer.arrived')",
                        transfer.id()))
                .isEqualTo("2");
        assertThat(openTasks(transfer)).isZero();
        assertThat(change()).isInstanceOf(Outcome.Done.class);
    }

    /** Break: in Deciders, let anybody decide; in Passing.agree, don't ask whose turn it is. */
    @Test
    @DisplayName("§9 nobody acts out of turn")
    void nobodyActsOutOfTurn() {
        Transfer transfer = value(transfers.start(owner, to(PHYSICS_2301)));
        long first = task(transfer);
        assertThat(refusalOf(reviews.decideOnPhone(ZHAO_MIN, first, APPROVE))).isEqualTo("NOT_YOUR_TASK");
        value(reviews.decideOnPhone(ZHANG_SAN, first, APPROVE));
        assertThat(refusalOf(reviews.decideOnPhone(ZHANG_SAN, first, APPROVE))).isEqualTo("ALREADY_DECIDED");
        assertThat(refusalOf(reviews.decideOnPhone(ZHANG_SAN, task(transfer), APPROVE)))
                .isEqualTo("NOT_YOUR_TASK");
        assertThat(transfers.find(owner, transfer.id()).orElseThrow().node()).isEqualTo(2);
    }

    @Test
    @DisplayName("§9 where one superior holds both, the two branches alone are asked; whoever starts has agreed")
    void whereOneSuperiorHoldsBothTheBranchesAreAsked() {
        Transfer transfer = value(transfers.start(ZHANG_SAN, member.id(), to(MATHS_2302)));
        assertThat(roles(transfer)).containsExactly(OUT_BRANCH, IN_BRANCH);
        assertThat(transfer.node()).isEqualTo(2);
        assertThat(transfer.nodes().get(0).turn()).isEqualTo(Transfer.Turn.AGREED);
        value(reviews.decideOnPhone(ZHAO_MIN, task(transfer), APPROVE));
        assertThat(branch()).isEqualTo(MATHS_2302);
    }

    /** Break: in ClaimDesk.judge, don't ask for the document. */
    @Test
    @DisplayName("§9 the branch that takes starts it with name and document; the other branch still has to agree")
    void theBranchThatTakesStartsIt() {
        assertThat(refusalOf(claimed(ZHAO_MIN, claim("欧阳娜娜"), to(MATHS_2302)))).isEqualTo("TRANSFER_NO_MATCH");
        assertThat(refusalOf(claimed(ZHANG_SAN, claim("欧阳明"), to(MATHS_2302)))).isEqualTo("TRANSFER_TARGET_ELSEWHERE");
        Transfer transfer = value(claimed(ZHAO_MIN, claim("欧阳明"), to(MATHS_2302)));
        assertThat(transfer.node()).isEqualTo(1);
        assertThat(string("SELECT COUNT(*) FROM sign_in_failure WHERE ? > 0", 1))
                .as("who was right begins anew")
                .isEqualTo("0");
        value(reviews.decideOnPhone(ZHANG_SAN, task(transfer), APPROVE));
        assertThat(branch()).isEqualTo(MATHS_2302);
    }

    /** Break: in ClaimDesk.judge, count nothing. */
    @Test
    @DisplayName("§9 whoever tries many names and documents is slowed down, also with the right one")
    void whoeverTriesManyIsSlowedDown() {
        long before = tried();
        for (int i = 0; i < 5; i++) {
            assertThat(refusalOf(claimed(ZHAO_MIN, claim("欧阳娜娜"), to(MATHS_2302))))
                    .isEqualTo("TRANSFER_NO_MATCH");
        }
        assertThat(refusalOf(claimed(ZHAO_MIN, claim("欧阳明"), to(MATHS_2302)))).isEqualTo("TRANSFER_CLAIM_SLOWED");
        assertThat(tried() - before)
                .as("each that was looked at is in the audit")
                .isEqualTo(5);
        database.update("DELETE FROM sign_in_failure");
        value(claimed(ZHAO_MIN, claim("欧阳明"), to(MATHS_2302)));
    }

    /** Break: in SlowDown.tried, look at slowed_until before counting; in ClaimDesk.judge, count behind the look. */
    @Test
    @DisplayName("§9 many tries at once are as many")
    void manyTriesAtOnceAreAsMany() {
        List<CompletableFuture<String>> tries = IntStream.range(0, 24)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> refusalOf(claims.judge(CHEN_JING, claim("欧阳娜娜"), to(MATHS_2302))), crowd))
                .toList();
        assertThat(tries.stream().map(CompletableFuture::join))
                .filteredOn("TRANSFER_NO_MATCH"::equals)
                .hasSize(5);
    }

    /** Break: in ClaimDesk.judge, don't look at the wish. */
    @Test
    @DisplayName("§9 an incomplete wish is refused before anybody is looked for: it tells nothing about the person")
    void anIncompleteWishTellsNothing() {
        long before = tried();
        Wish incomplete = new Wish(Transfer.Kind.INSIDE, null, null, null, MATHS_2302, null);
        for (String name : List.of("欧阳娜娜", "欧阳明")) {
            assertThat(refusalOf(claims.judge(ZHAO_MIN, claim(name), incomplete)))
                    .as(name)
                    .isEqualTo("REQUIRED");
        }
        assertThat(tried()).isEqualTo(before);
    }

    /** Break: in BranchChoice.keep, take any branch. */
    @Test
    @DisplayName("§9 a committee as the target names one of its own branches")
    void aCommitteeAsTheTargetNamesTheBranch() {
        Transfer transfer = value(transfers.start(ZHANG_SAN, member.id(), to(Seats.PHYSICS)));
        assertThat(roles(transfer)).containsExactly(OUT_BRANCH, OUT_SUPERIOR, IN_SUPERIOR);
        assertThat(refusalOf(reviews.decideOnPhone(CHEN_JING, task(transfer), new Decision.Assign(PHYSICS_2301))))
                .isEqualTo("TRANSFER_BRANCH_UNASKED");
        value(reviews.decideOnPhone(CHEN_JING, task(transfer), APPROVE));
        Caller.Reviewer physics = seats.reviewer(Seats.PHYSICS);
        assertThat(refusalOf(reviews.decideAtConsole(physics, task(transfer), APPROVE)))
                .isEqualTo("TRANSFER_BRANCH_NEEDED");
        assertThat(refusalOf(reviews.decideAtConsole(physics, task(transfer), new Decision.Assign(MATHS_2302))))
                .isEqualTo("TRANSFER_BRANCH_ELSEWHERE");
        value(reviews.decideAtConsole(physics, task(transfer), new Decision.Assign(PHYSICS_2301)));
        assertThat(branch()).isEqualTo(PHYSICS_2301);
    }

    @Test
    @DisplayName("§9 a return at any node ends it and says why; the member may start again")
    void aReturnEndsIt() {
        Transfer transfer = value(transfers.start(ZHANG_SAN, member.id(), to(MATHS_2302)));
        value(reviews.decideOnPhone(ZHAO_MIN, task(transfer), new Decision.SendBack(ReturnReason.NOT_HERE)));
        Transfer returned = transfers.find(owner, transfer.id()).orElseThrow();
        assertThat(returned.state()).isEqualTo(Transfer.State.RETURNED);
        assertThat(returned.endReason()).isEqualTo("不在本单位就读或工作");
        assertThat(branch()).isEqualTo(MATHS_2301);
        assertThat(transfers.blockers(owner, to(MATHS_2302))).isEmpty();
        value(transfers.start(owner, to(MATHS_2302)));
    }

    /** Break: leave row.transferring out of Business.refusal. */
    @Test
    @DisplayName("§9 while it is open nothing else begins")
    void whileItIsOpenNothingElseBegins() {
        Transfer transfer = value(transfers.start(owner, to(MATHS_2302)));
        assertThat(refusalOf(change())).isEqualTo("TRANSFER_OPEN");
        assertThat(refusalOf(transfers.start(owner, to(PHYSICS_2301)))).isEqualTo("TRANSFER_OPEN");
        assertThat(refusalOf(transfers.withdraw(ZHANG_SAN, transfer.id(), "不转了")))
                .isEqualTo("TRANSFER_NOT_YOURS");
        assertThat(refusalOf(transfers.withdraw(owner, transfer.id(), " "))).isEqualTo("REASON_MISSING");
        long task = task(transfer);
        value(transfers.withdraw(owner, transfer.id(), "不转了"));
        assertThat(reviews.find(task).orElseThrow().state()).isEqualTo(ReviewTask.State.CANCELLED);
        assertThat(change()).isInstanceOf(Outcome.Done.class);
    }

    /** Break: in Starting, ask nobody whose record it is. */
    @Test
    @DisplayName("§9 whoever serves and transfers themself agrees to nothing by that")
    void nobodyAgreesForThemself() {
        database.update("UPDATE staff SET account_id = ? WHERE id = 201", member.accountId());
        try {
            Transfer own = value(transfers.start(ZHANG_SAN, member.id(), to(MATHS_2302)));
            assertThat(own.node()).isEqualTo(1);
            assertThat(own.nodes()).noneMatch(node -> node.turn() == Transfer.Turn.AGREED);
            assertThat(refusalOf(reviews.decideOnPage(ZHANG_SAN, task(own), APPROVE)))
                    .isEqualTo("TASK_UNKNOWN");
        } finally {
            database.update("UPDATE staff SET account_id = NULL WHERE id = 201");
        }
    }

    @Test
    @DisplayName("§9 all that stands in the way is said at once, each with its name")
    void allThatStandsInTheWayIsSaidAtOnce() {
        database.update("UPDATE registration SET cadre = 1 WHERE id = ?", member.id());
        Wish wish = new Wish(Transfer.Kind.INSIDE, Transfer.Reason.OTHER, " ", null, MATHS_2301, null);
        assertThat(transfers.blockers(owner, wish))
                .extracting(Refusal::code)
                .containsExactlyInAnyOrder("REQUIRED", "TRANSFER_CADRE", "TRANSFER_SAME_BRANCH");
        assertThat(transfers.blockers(owner, to(Seats.PROVINCE)))
                .extracting(Refusal::code)
                .contains("TRANSFER_TARGET_ROOT");
        assertThat(transfers.blockers(owner, to(424242)))
                .extracting(Refusal::code)
                .contains("TRANSFER_TARGET_UNKNOWN");
        assertThat(transfers.blockers(ZHAO_MIN, member.id(), to(MATHS_2302)))
                .extracting(Refusal::code)
                .containsExactly("TRANSFER_MEMBER_UNKNOWN");
        assertThat(transfers.blockers(people.someoneRegistered(), to(MATHS_2302)))
                .extracting(Refusal::code)
                .containsExactly("NOT_APPROVED");
    }

    /** Break: in Passing.agree, don't look at expires_at. */
    @Test
    @DisplayName("§9 after thirty days it expires; nobody agrees by waiting, nor when it is too late")
    void afterThirtyDaysItExpires() {
        Transfer transfer = value(transfers.start(owner, to(MATHS_2302)));
        database.update(
                "UPDATE transfer SET expires_at = UTC_TIMESTAMP(3) + INTERVAL 1 SECOND WHERE id = ?", transfer.id());
        assertThat(transfers.expire(transfer.id())).as("not yet, so again").isFalse();
        assertThat(transfers.find(owner, transfer.id()).orElseThrow().isOpen()).isTrue();
        database.update(
                "UPDATE transfer SET expires_at = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND WHERE id = ?", transfer.id());
        assertThat(refusalOf(reviews.decideOnPhone(ZHANG_SAN, task(transfer), APPROVE)))
                .isEqualTo("TRANSFER_TOO_LATE");
        assertThat(transfers.expire(transfer.id())).isTrue();
        assertThat(transfers.expire(transfer.id())).isTrue();
        assertThat(transfers.find(owner, transfer.id()).orElseThrow().state()).isEqualTo(Transfer.State.EXPIRED);
        assertThat(openTasks(transfer)).isZero();
        assertThat(branch()).isEqualTo(MATHS_2301);
    }

    @Test
    @DisplayName("§9 out of the province the two that let go are asked; what was typed rests sealed")
    void outOfTheProvince() {
        Transfer.Place place = new Transfer.Place("湖南省", "长沙市", null, "长沙某厂团委");
        Wish wish = new Wish(Transfer.Kind.OUTSIDE, Transfer.Reason.WORK, null, "长沙某厂", null, place);
        Transfer transfer = value(transfers.start(owner, wish));
        assertThat(roles(transfer)).containsExactly(OUT_BRANCH, OUT_SUPERIOR);
        assertThat(transfer.place()).isEqualTo(place);
        assertThat(string("SELECT CONVERT(place_sealed USING latin1) FROM transfer WHERE id = ?", transfer.id()))
                .doesNotContain("长沙");
        value(reviews.decideOnPhone(ZHANG_SAN, task(transfer), APPROVE));
        value(reviews.decideOnPhone(CHEN_JING, task(transfer), APPROVE));
        assertThat(transfers.find(owner, transfer.id()).orElseThrow().state()).isEqualTo(Transfer.State.DONE);
        assertThat(passages(transfer)).containsExactly("OUT 1001");
    }

    private static Wish to(long target) {
        return new Wish(Transfer.Kind.INSIDE, Transfer.Reason.STUDY, null, "南岭大学", target, null);
    }

    private Outcome<Transfer> claimed(Caller.Staff caller, Claim claim, Wish wish) {
        Outcome<ClaimDesk.Judged> judged = claims.judge(caller, claim, wish);
        return judged instanceof Outcome.Refused<ClaimDesk.Judged> refused
                ? Outcome.refused(refused.refusals())
                : claims.start(value(judged));
    }

    private long tried() {
        return Long.parseLong(
                string("SELECT COUNT(*) FROM audit WHERE action = 'transfer.claimed' AND subject_id = ?", MATHS_2302));
    }

    private Claim claim(String name) {
        return new Claim(name, Profile.RESIDENT_ID, document);
    }

    private Outcome<Registration> change() {
        Map<String, String> wish = Map.of("unit", "单位" + Identities.phone());
        return edits.change(owner, new JsonMapper().convertValue(wish, Profile.class));
    }

    private long task(Transfer transfer) {
        return Long.parseLong(string("SELECT id FROM review_task WHERE live_transfer = ?", transfer.id()));
    }

    private int openTasks(Transfer transfer) {
        return Integer.parseInt(string("SELECT COUNT(*) FROM review_task WHERE live_transfer = ?", transfer.id()));
    }

    private long branch() {
        return Long.parseLong(string("SELECT branch_id FROM registration WHERE id = ?", member.id()));
    }

    private List<String> passages(Transfer transfer) {
        return database.queryForList(
                "SELECT CONCAT(direction, ' ', branch_id) FROM transfer_passage WHERE transfer_id = ? ORDER BY direction",
                String.class,
                transfer.id());
    }

    private static List<Transfer.Role> roles(Transfer transfer) {
        return transfer.nodes().stream().map(Transfer.Node::role).toList();
    }

    private String string(String sql, long id) {
        return database.queryForObject(sql, String.class, id);
    }
}

package cn.tuanwu.transfer;

import static cn.tuanwu.support.People.CHEN_JING;
import static cn.tuanwu.support.People.ZHANG_SAN;
import static cn.tuanwu.support.People.ZHAO_MIN;
import static cn.tuanwu.support.People.refusalOf;
import static cn.tuanwu.support.People.value;
import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.kernel.Seal;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.org.TreeDesk;
import cn.tuanwu.org.Trees;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.ReturnReason;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.support.People;
import cn.tuanwu.support.RoomTest;
import cn.tuanwu.support.Seats;
import cn.tuanwu.transfer.PassageDesk.Direction;
import cn.tuanwu.transfer.PassageDesk.Filter;
import cn.tuanwu.transfer.PassageDesk.Page;
import cn.tuanwu.transfer.PassageDesk.Passage;
import cn.tuanwu.transfer.PassageDesk.Which;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/** Which transfers an organisation finds in its lists, and what of each. */
@RoomTest
@TestPropertySource(properties = "its-own-database=passages")
@Tag("transfers")
class PassageDeskTest {
    private static final Decision APPROVE = new Decision.Approve();
    private static final int MANY = 20_000;

    @Autowired
    PassageDesk passages;

    @Autowired
    Passages reading;

    @Autowired
    TransferDesk transfers;

    @Autowired
    ReviewDesk reviews;

    @Autowired
    TreeDesk tree;

    @Autowired
    Seal seal;

    @Autowired
    People people;

    @Autowired
    Seats seats;

    @Autowired
    JdbcTemplate database;

    /** Break: in Course.onward, leave out lines.refresh; in TransferLines.phase, leave out HERE. */
    @Test
    @DisplayName("§9 each organisation finds a transfer where it stands for it: to decide here, under way, over")
    void eachFindsItWhereItStandsForIt() {
        Organisation from = plant(Seats.MATHS);
        Organisation to = plant(Seats.PHYSICS);
        Transfer transfer = started(from, to);
        assertThat(ids(from.id(), Which.HERE)).containsExactly(transfer.id());
        assertThat(ids(Seats.MATHS, Which.HERE)).doesNotContain(transfer.id());
        assertThat(ids(Seats.MATHS, Which.BELOW)).contains(transfer.id());
        assertThat(ids(to.id(), Which.HERE)).isEmpty();
        assertThat(ids(to.id(), Which.OPEN)).containsExactly(transfer.id());
        approve(transfer);
        assertThat(ids(Seats.MATHS, Which.HERE)).contains(transfer.id());
        assertThat(ids(from.id(), Which.BELOW)).isEmpty();
        approve(transfer);
        assertThat(ids(to.id(), Which.HERE)).containsExactly(transfer.id());
        approve(transfer);
        assertThat(ids(Seats.PROVINCE, Which.HERE)).contains(transfer.id());
        approve(transfer);
        assertThat(ids(from.id(), Which.DONE)).containsExactly(transfer.id());
        assertThat(ids(to.id(), Which.OVER)).containsExactly(transfer.id());
        assertThat(ids(to.id(), Which.OPEN)).isEmpty();
    }

    /** Break: in Passing.sendBack, TransferEnds.end leave out lines.refresh. */
    @Test
    @DisplayName("§9 what was returned, taken back or stopped is found under its end")
    void whateverTheEndItIsFoundThere() {
        Organisation from = plant(Seats.MATHS);
        Organisation to = plant(Seats.PHYSICS);
        Transfer returned = started(from, to);
        reviews.decideAtConsole(
                seats.reviewer(Seats.PROVINCE), task(returned), new Decision.SendBack(ReturnReason.TARGET_WRONG));
        Transfer taken = started(from, to);
        value(transfers.withdraw(
                seats.reviewer(Seats.MATHS), started(from, to, Seats.MATHS).id(), "重来"));
        value(tree.close("test", to.id()));
        assertThat(ids(from.id(), Which.RETURNED)).containsExactly(returned.id());
        assertThat(ids(from.id(), Which.STOPPED)).containsExactly(taken.id());
        assertThat(ids(from.id(), Which.WITHDRAWN)).hasSize(1);
        assertThat(ids(from.id(), Which.OVER)).hasSize(3);
        assertThat(ids(from.id(), Which.OPEN)).isEmpty();
    }

    /** Break: in Passages.of, let all be true; in PassageRows.called, leave out the direction. */
    @Test
    @DisplayName("§9 who takes sees name, masked document, reason and where from; the rest when it is done")
    void whoTakesSeesLittleBeforeItIsDone() {
        Organisation from = plant(Seats.MATHS);
        Organisation to = plant(Seats.PHYSICS);
        Transfer transfer = started(from, to);
        String phone = phone(transfer);
        Passage seen = passages.find(seats.viewer(to.id()), transfer.id()).orElseThrow();
        assertThat(seen.direction()).isEqualTo(Direction.IN);
        assertThat(seen.name()).isEqualTo("欧阳明");
        assertThat(seen.document()).contains("*");
        assertThat(seen.phone()).isNull();
        assertThat(seen.whole()).isFalse();
        assertThat(seen.transfer().words()).isEqualTo("换工作");
        Filter called = new Filter(null, Which.OPEN, null, null, phone, null);
        assertThat(ids(seats.viewer(to.id()), called)).isEmpty();
        assertThat(ids(seats.viewer(from.id()), called)).containsExactly(transfer.id());
        Passage own = passages.find(seats.viewer(from.id()), transfer.id()).orElseThrow();
        assertThat(own.phone()).contains("*");
        assertThat(own.whole()).isTrue();
        while (transfers.find(seats.viewer(1), transfer.id()).orElseThrow().isOpen()) {
            approve(transfer);
        }
        assertThat(passages.find(seats.viewer(to.id()), transfer.id())
                        .orElseThrow()
                        .phone())
                .isNotNull();
    }

    /** Break: in Passages.of, ask for the direction instead of where the member is; in Passages.list, show whatever is called. */
    @Test
    @DisplayName(
            "§9 whom the member left sees that they went, and nothing of them any more; no more does who is not asked")
    void whomTheMemberLeftSeesThatTheyWent() {
        Organisation from = plant(Seats.MATHS);
        Transfer transfer = started(from, plant(Seats.PHYSICS));
        Passage elsewhere = reading.of(transfer, List.of(plant(Seats.MATHS)));
        assertThat(elsewhere.whole()).isFalse();
        assertThat(elsewhere.phone()).isNull();
        while (transfers.find(seats.viewer(1), transfer.id()).orElseThrow().isOpen()) {
            approve(transfer);
        }
        Passage left = passages.find(seats.viewer(from.id()), transfer.id()).orElseThrow();
        assertThat(left.name()).isEqualTo("欧阳明");
        assertThat(left.transfer().nodes()).hasSize(4);
        assertThat(left.whole()).isFalse();
        assertThat(left.document()).isNull();
        assertThat(left.phone()).isNull();
        Filter called = new Filter(null, Which.DONE, null, null, phone(transfer), null);
        assertThat(ids(seats.viewer(from.id()), called)).isEmpty();
        assertThat(ids(seats.viewer(Seats.PROVINCE), called)).containsExactly(transfer.id());
    }

    /** Break: in PassageDesk.list, don't ask whether the organisation is within. */
    @Test
    @DisplayName("§9 what touches nobody of theirs does not exist")
    void whatIsElsewhereDoesNotExist() {
        Organisation from = plant(Seats.MATHS);
        Transfer transfer = started(from, plant(Seats.MATHS));
        assertThat(passages.find(seats.viewer(Seats.PHYSICS), transfer.id())).isEmpty();
        assertThat(passages.find(ZHAO_MIN, transfer.id())).isEmpty();
        assertThat(ids(seats.viewer(Seats.PHYSICS), Filter.of(Which.OPEN))).doesNotContain(transfer.id());
        assertThat(refusalOf(passages.list(
                        seats.viewer(Seats.PHYSICS),
                        new Filter(from.id(), Which.OPEN, null, null, null, null),
                        null,
                        20)))
                .isEqualTo("ORGANISATION_UNKNOWN");
        assertThat(value(passages.list(CHEN_JING, Filter.of(Which.OPEN), null, 100))
                        .items())
                .extracting(one -> one.transfer().id())
                .contains(transfer.id());
        assertThat(value(passages.list(ZHANG_SAN, Filter.of(Which.OPEN), null, 100))
                        .items())
                .extracting(one -> one.transfer().id())
                .doesNotContain(transfer.id());
    }

    @Test
    @DisplayName("§9 found by name, month, direction and organisation")
    void foundByWhatIsKnown() {
        Organisation from = plant(Seats.MATHS);
        Organisation to = plant(Seats.PHYSICS);
        Transfer transfer = started(from, to);
        YearMonth now = YearMonth.from(ChinaTime.date(Instant.now()));
        Caller.Viewer province = seats.viewer(Seats.PROVINCE);
        assertThat(ids(province, new Filter(from.id(), Which.OPEN, Direction.OUT, "欧阳明", null, now)))
                .containsExactly(transfer.id());
        assertThat(ids(province, new Filter(from.id(), Which.OPEN, null, "欧阳", null, null)))
                .isEmpty();
        assertThat(ids(province, new Filter(from.id(), Which.OPEN, Direction.IN, null, null, null)))
                .isEmpty();
        assertThat(ids(province, new Filter(to.id(), Which.OPEN, null, null, null, now.minusMonths(1))))
                .isEmpty();
        assertThat(ids(province, new Filter(null, Which.OPEN, Direction.WITHIN, null, null, now)))
                .contains(transfer.id());
    }

    /** Break: let Passages.Cursor read fifteen digits. */
    @Test
    @DisplayName("§9 a place no page ended at is the beginning")
    void aPlaceNoPageEndedAtIsTheBeginning() {
        assertThat(Passages.Cursor.read("999999999999999.1"))
                .isEqualTo(Passages.Cursor.read("1.中"))
                .isEqualTo(Passages.Cursor.read(null));
        Passages.Cursor ours = new Passages.Cursor(Instant.parse("2026-06-01T00:00:00Z"), 7);
        assertThat(Passages.Cursor.read(ours.text())).isEqualTo(ours);
    }

    /** Break: in TransferLines.moved, do nothing. */
    @Test
    @DisplayName("§9 a branch that moves takes its transfers, also the old ones, to its new superior's lists")
    void aMovedBranchTakesItsTransfersAlong() {
        Organisation from = plant(Seats.MATHS);
        Transfer transfer = started(from, plant(Seats.MATHS));
        while (transfers.find(seats.viewer(1), transfer.id()).orElseThrow().isOpen()) {
            approve(transfer);
        }
        value(tree.move("test", from.id(), Seats.PHYSICS));
        assertThat(ids(Seats.PHYSICS, Which.DONE)).contains(transfer.id());
        assertThat(passages.find(seats.viewer(Seats.MATHS), transfer.id())
                        .orElseThrow()
                        .direction())
                .isEqualTo(Direction.IN);
        everyLineIsTrue();
    }

    /** Break: drop the key transfer_line_phase from V107. */
    @Test
    @DisplayName("§9 any page of twenty thousand costs what the first of twenty does")
    void aDeepPageReadsOnlyItself() {
        database.update("INSERT INTO organisation (id, parent_id, kind, name, short_name, code, initials, path)"
                + " VALUES (9, 1, 'COMMITTEE', '很大的团委', '很大的团委', '9', 'HDTW', '/1/9/')");
        database.update("INSERT INTO transfer_line (organisation_id, transfer_id, direction, phase, started_at,"
                + " name_blind) SELECT 9, 1000000 + seq, ELT(1 + seq % 3, 'OUT', 'IN', 'WITHIN'),"
                + " ELT(1 + seq % 7, 'DONE', 'HERE', 'BELOW', 'AWAY', 'RETURNED', 'WITHDRAWN', 'STOPPED'),"
                + " '2026-01-01' + INTERVAL seq SECOND, UNHEX(SHA2(seq % 500, 256)) FROM seq_1_to_" + MANY);
        Caller.Viewer root = seats.viewer(9);
        String middle = Instant.parse("2026-01-01T02:46:40Z").toEpochMilli() + ".1010000";
        for (Which which : List.of(Which.HERE, Which.OPEN, Which.OVER)) {
            for (String after : Arrays.asList(null, middle)) {
                passages.list(root, Filter.of(which), after, 20);
                long before = rowsRead();
                passages.list(root, Filter.of(which), after, 20);
                assertThat(rowsRead() - before).as("%s after %s", which, after).isLessThan(1_500);
            }
        }
        database.update("DELETE FROM transfer_line WHERE organisation_id = 9");
    }

    private long rowsRead() {
        return database.queryForList("SHOW GLOBAL STATUS LIKE 'Handler_read%'").stream()
                .mapToLong(row -> Long.parseLong(row.get("Value").toString()))
                .sum();
    }

    private void everyLineIsTrue() {
        String places = "SELECT o.id, t.id AS t FROM transfer t JOIN organisation b ON b.id IN (t.from_branch_id,"
                + " t.target_id, t.to_branch_id) JOIN organisation o ON b.path LIKE CONCAT(o.path, '%')"
                + " GROUP BY o.id, t.id ORDER BY 1, 2";
        assertThat(database.queryForList(
                        "SELECT organisation_id AS id, transfer_id AS t FROM transfer_line ORDER BY 1, 2"))
                .isEqualTo(database.queryForList(places));
    }

    private List<Long> ids(long organisation, Which which) {
        return ids(seats.viewer(organisation), Filter.of(which));
    }

    /** Page by page. */
    private List<Long> ids(Caller.Viewer caller, Filter filter) {
        List<Long> all = new ArrayList<>();
        String after = null;
        do {
            Page page = value(passages.list(caller, filter, after, 2));
            page.items().forEach(one -> all.add(one.transfer().id()));
            after = page.next();
        } while (after != null);
        return all;
    }

    private void approve(Transfer transfer) {
        value(reviews.decideAtConsole(seats.reviewer(Seats.PROVINCE), task(transfer), APPROVE));
    }

    private long task(Transfer transfer) {
        return database.queryForObject("SELECT id FROM review_task WHERE live_transfer = ?", Long.class, transfer.id());
    }

    private Transfer started(Organisation from, Organisation to) {
        Registration member = member(from);
        return value(transfers.start(new Caller.OwnAccount(member.accountId()), to(to)));
    }

    private Transfer started(Organisation from, Organisation to, long by) {
        return value(transfers.start(seats.reviewer(by), member(from).id(), to(to)));
    }

    private Registration member(Organisation branch) {
        return people.someoneApproved(
                aProfile().named("欧阳明").inBranch(branch.id()), branch.isWithin(maths()) ? CHEN_JING : ZHAO_MIN);
    }

    private Organisation maths() {
        return seats.viewer(Seats.MATHS).organisation();
    }

    private static Wish to(Organisation organisation) {
        return new Wish(Transfer.Kind.INSIDE, Transfer.Reason.OTHER, "换工作", "新单位", organisation.id(), null);
    }

    private String phone(Transfer transfer) {
        Long account = database.queryForObject(
                "SELECT account_id FROM registration WHERE id = ?", Long.class, transfer.registrationId());
        byte[] sealed = database.queryForObject("SELECT phone_sealed FROM account WHERE id = ?", byte[].class, account);
        return seal.open(new Seal.Place("account", "phone", account), sealed);
    }

    private Organisation plant(long parent) {
        return new Trees(tree, database).plant(parent, Organisation.Kind.BRANCH);
    }
}

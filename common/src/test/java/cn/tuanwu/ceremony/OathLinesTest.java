package cn.tuanwu.ceremony;

import static cn.tuanwu.support.People.CHEN_JING;
import static cn.tuanwu.support.People.refusalOf;
import static cn.tuanwu.support.People.value;
import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.org.TreeDesk;
import cn.tuanwu.org.Trees;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.support.People;
import cn.tuanwu.support.RoomTest;
import cn.tuanwu.support.Seats;
import cn.tuanwu.trace.Person;
import cn.tuanwu.transfer.Transfer;
import cn.tuanwu.transfer.TransferDesk;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/** Whatever becomes of branches and members: who held it keeps the record, who swore keeps the oath, the sums are true. */
@RoomTest
@TestPropertySource(properties = "its-own-database=oaths")
@Tag("transfers")
class OathLinesTest {
    private static final int MANY = 20_000;

    @Autowired
    CeremonyDesk ceremonies;

    @Autowired
    OathDesk oaths;

    @Autowired
    CeremonyErasing erasing;

    @Autowired
    PictureDesk pictures;

    @Autowired
    TransferDesk transfers;

    @Autowired
    ReviewDesk reviews;

    @Autowired
    TreeDesk tree;

    @Autowired
    People people;

    @Autowired
    Seats seats;

    @Autowired
    Tx tx;

    @Autowired
    JdbcTemplate database;

    private Organisation branch;
    private Registration sworn;
    private Registration missing;
    private Ceremony held;

    @BeforeEach
    void oneHeldAndOneMissing() {
        branch = new Trees(tree, database).plant(Seats.MATHS, Organisation.Kind.BRANCH);
        sworn = people.someoneApproved(aProfile().inBranch(branch.id()), CHEN_JING);
        missing = people.someoneApproved(aProfile().inBranch(branch.id()), CHEN_JING);
        held = value(ceremonies.record(
                CHEN_JING,
                Ceremonies.of(List.of(sworn.id()), List.of(Ceremonies.photo(pictures, CHEN_JING)))
                        .heldBy(branch.id())));
    }

    @Test
    void theYearSaysHowManyCeremoniesOathsAndWhoIsStillMissing() {
        assertThat(of(branch.id(), 2020)).isEqualTo(new OathDesk.Count(branch, 0, 0, 2, 1));
        assertThat(of(branch.id(), 2021)).isEqualTo(new OathDesk.Count(branch, 1, 1, 0, 0));
        OathDesk.Statistics maths = value(oaths.statistics(seats.viewer(Seats.MATHS), null, 2020));
        assertThat(maths.below()).contains(new OathDesk.Count(branch, 0, 0, 2, 1));
        assertThat(refusalOf(oaths.statistics(seats.viewer(Seats.PHYSICS), branch.id(), 2020)))
                .isEqualTo("ORGANISATION_UNKNOWN");
        OathDesk.Candidates first =
                value(oaths.candidates(CHEN_JING, new OathDesk.Wanted(branch.id(), 2020, null), null, 1));
        assertThat(first.items()).extracting(OathDesk.Candidate::registrationId).containsExactly(missing.id());
        assertThat(first.next()).isNull();
        assertThat(value(oaths.candidates(CHEN_JING, new OathDesk.Wanted(branch.id(), null, "欧阳"), null, 9))
                        .items())
                .extracting(OathDesk.Candidate::taken)
                .containsExactlyInAnyOrder(true, false);
        assertThat(value(oaths.candidates(CHEN_JING, new OathDesk.Wanted(branch.id(), 2019, null), null, 9))
                        .items())
                .isEmpty();
    }

    /** Break: in OathLines.merged, do nothing; in CeremonyLines, follow BranchMerged. */
    @Test
    void aMergedBranchKeepsWhatItHeldAndItsMembersTakeTheirOathsAlong() {
        Organisation into = new Trees(tree, database).plant(Seats.MATHS, Organisation.Kind.BRANCH);
        value(tree.merge("test", branch.id(), into.id()));
        assertThat(of(into.id(), 2020)).isEqualTo(new OathDesk.Count(into, 0, 0, 2, 1));
        assertThat(of(into.id(), 2021)).isEqualTo(new OathDesk.Count(into, 0, 0, 0, 0));
        Ceremony.Details seen = value(ceremonies.open(seats.viewer(Seats.MATHS), held.id()));
        assertThat(seen.ceremony().organisation().id()).isEqualTo(branch.id());
        assertThat(seen.members().get(0).branch().id()).isEqualTo(into.id());
        assertThat(oaths.of(sworn.id()).orElseThrow().organisation().name()).isEqualTo(branch.name());
        Wish more = Ceremonies.of(List.of(sworn.id()), List.of(Ceremonies.photo(pictures, CHEN_JING)))
                .themed("合并之后更正");
        assertThat(value(ceremonies.change(CHEN_JING, held.id(), 0, more)).theme())
                .isEqualTo("合并之后更正");
        Wish late = Ceremonies.of(List.of(missing.id()), List.of(Ceremonies.photo(pictures, CHEN_JING)))
                .heldBy(branch.id());
        assertThat(refusalOf(ceremonies.record(CHEN_JING, late))).isEqualTo("ORGANISATION_CLOSED");
        asCounted();
    }

    /** Break: in CeremonyLines.moved or OathLines.moved, do nothing. */
    @Test
    void aBranchThatMovesTakesItsRecordsToItsNewSuperiors() {
        long before = of(Seats.PHYSICS, 2021).ceremonies();
        long maths = of(Seats.MATHS, 2021).ceremonies();
        value(tree.move("test", branch.id(), Seats.PHYSICS));
        assertThat(of(Seats.PHYSICS, 2021).ceremonies()).isEqualTo(before + 1);
        assertThat(of(Seats.MATHS, 2021).ceremonies()).isEqualTo(maths - 1);
        assertThat(refusalOf(ceremonies.open(seats.viewer(Seats.MATHS), held.id())))
                .isEqualTo("CEREMONY_UNKNOWN");
        value(ceremonies.open(seats.viewer(Seats.PHYSICS), held.id()));
        asCounted();
    }

    @Test
    void whoIsTransferredKeepsTheOathAndTheBranchItsRecord() {
        Organisation target = new Trees(tree, database).plant(Seats.MATHS, Organisation.Kind.BRANCH);
        Caller.OwnAccount owner = new Caller.OwnAccount(sworn.accountId());
        Transfer transfer = value(transfers.start(
                owner,
                new cn.tuanwu.transfer.Wish(
                        Transfer.Kind.INSIDE, Transfer.Reason.WORK, null, null, target.id(), null)));
        while (transfers.find(owner, transfer.id()).orElseThrow().isOpen()) {
            long task = database.queryForObject(
                    "SELECT id FROM review_task WHERE live_transfer = ?", Long.class, transfer.id());
            value(reviews.decideAtConsole(seats.reviewer(Seats.PROVINCE), task, new Decision.Approve()));
        }
        assertThat(oaths.own(owner).orElseThrow().organisation().id()).isEqualTo(branch.id());
        assertThat(of(target.id(), 2020)).isEqualTo(new OathDesk.Count(target, 0, 0, 1, 0));
        assertThat(of(branch.id(), 2021)).isEqualTo(new OathDesk.Count(branch, 1, 1, 0, 0));
        assertThat(refusalOf(ceremonies.record(
                        CHEN_JING,
                        Ceremonies.of(List.of(sworn.id()), List.of(Ceremonies.photo(pictures, CHEN_JING)))
                                .heldBy(target.id()))))
                .isEqualTo("CEREMONY_OATH_TAKEN");
        asCounted();
    }

    @Test
    void anErasedRecordTookNoOathAndTheCeremonyStays() {
        Person person = new Person(sworn.accountId(), sworn.id(), Set.of(), true);
        tx.run(() -> erasing.erase(person));
        assertThat(oaths.of(sworn.id())).isEmpty();
        Ceremony.Details seen = value(ceremonies.open(seats.viewer(Seats.MATHS), held.id()));
        assertThat(seen.members()).isEmpty();
        assertThat(seen.ceremony().oaths()).isZero();
        asCounted();
    }

    /** Break: take FORCE INDEX out of CeremonyRows.list or CandidateRows.missing, or the key of the lines. */
    @Test
    void anyPageAndAnyYearIsARangeOfAnIndex() {
        Caller.Viewer physics = seats.viewer(Seats.PHYSICS);
        fill();
        String middle = Instant.parse("2013-06-01T00:00:00Z").toEpochMilli() + ".9";
        long first = rowsRead(() -> page(physics, null));
        long deep = rowsRead(() -> page(physics, middle));
        System.out.printf("A page of 20 of %,d ceremonies reads %d rows, in the middle %d%n", MANY, first, deep);
        assertThat(first).isLessThan(300);
        assertThat(deep).isLessThan(first + 60);
        long perYear = MANY / 20;
        assertThat(rowsRead(() -> value(oaths.statistics(physics, null, 2012))))
                .as("the ceremonies of the year and no others")
                .isLessThan(2 * perYear + 300);
        assertThat(rowsRead(() -> value(oaths.candidates(
                        seats.reviewer(Seats.PHYSICS), new OathDesk.Wanted(Seats.PHYSICS, 2019, null), null, 20))))
                .isLessThan(300);
        database.update("DELETE FROM ceremony_line WHERE ceremony_id <= ?", MANY);
        database.update("DELETE FROM oath_line WHERE registration_id <= ?", MANY);
    }

    private void page(Caller.Viewer caller, String after) {
        assertThat(value(ceremonies.list(caller, CeremonyDesk.Filter.ALL, after, 20))
                        .items())
                .hasSize(20);
    }

    /** Spread over the years 2005 to 2024. */
    private void fill() {
        String some = " FROM (SELECT seq AS n FROM seq_1_to_" + MANY + ") some";
        database.update(
                "INSERT INTO ceremony (id, organisation_id, held_at, place, theme, host, oath_leader, attendance,"
                        + " programme, recorded_by, recorded_name, recorded_at) SELECT n, 101, '2005-01-01' + INTERVAL n * 525 MINUTE,"
                        + " 'x', 'x', 'x', 'x', 1, 'OATH', 'x', 'x', '2026-01-01'" + some);
        database.update("INSERT INTO ceremony_line (organisation_id, ceremony_id, held_at, oaths)"
                + " SELECT 101, n, '2005-01-01' + INTERVAL n * 525 MINUTE, 1" + some);
        database.update("INSERT INTO oath_line (organisation_id, registration_id, taken, join_month, name)"
                + " SELECT 101, n, n % 2, CONCAT(2005 + n % 20, '-05'), 'x'" + some);
    }

    private OathDesk.Count of(long organisation, int year) {
        return value(oaths.statistics(seats.viewer(Seats.PROVINCE), organisation, year))
                .all();
    }

    /** The sums say what the lines say, and the lines what members and their branches say. */
    private void asCounted() {
        assertThat(database.queryForList("SELECT organisation_id, join_year, taken, SUM(members) AS n FROM oath_count"
                        + " GROUP BY 1, 2, 3 HAVING n <> 0 ORDER BY 1, 2, 3"))
                .isEqualTo(
                        database.queryForList(
                                "SELECT organisation_id, SUBSTRING(join_month, 1, 4) AS join_year, taken,"
                                        + " CAST(COUNT(*) AS DECIMAL(41)) AS n FROM oath_line GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"));
        assertThat(
                        database.queryForList(
                                "SELECT organisation_id, registration_id, CAST(taken AS UNSIGNED) AS taken FROM oath_line ORDER BY 1, 2"))
                .isEqualTo(
                        database.queryForList(
                                "SELECT a.id AS organisation_id, r.id AS registration_id,"
                                        + " CAST(o.ceremony_id IS NOT NULL AS UNSIGNED) AS taken FROM registration r"
                                        + " JOIN organisation b ON b.id = r.branch_id"
                                        + " JOIN organisation a ON b.path LIKE CONCAT(a.path, '%')"
                                        + " LEFT JOIN ceremony_oath o ON o.registration_id = r.id WHERE r.state = 'APPROVED' ORDER BY 1, 2"));
    }

    private long rowsRead(Runnable reading) {
        reading.run();
        long before = handled();
        reading.run();
        return handled() - before;
    }

    private long handled() {
        return database.execute((ConnectionCallback<Long>) connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet status = statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Handler\\_read\\_%'")) {
                long all = 0;
                while (status.next()) {
                    all += status.getString(1).equals("Handler_read_rnd_deleted") ? 0 : status.getLong(2);
                }
                return all;
            }
        });
    }
}

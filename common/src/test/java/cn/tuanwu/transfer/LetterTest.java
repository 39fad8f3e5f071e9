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
import cn.tuanwu.leaving.AgeDesk;
import cn.tuanwu.registration.Identification.Claim;
import cn.tuanwu.registration.Profile;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.support.Identities;
import cn.tuanwu.support.People;
import cn.tuanwu.support.RoomTest;
import cn.tuanwu.support.Seats;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** 转接介绍信: out of the province, and what becomes of the member (product §9). */
@RoomTest
@Tag("transfers")
class LetterTest {
    private static final Decision APPROVE = new Decision.Approve();

    @Autowired
    TransferDesk transfers;

    @Autowired
    ClaimDesk claims;

    @Autowired
    LetterDesk letters;

    @Autowired
    AgeDesk ages;

    @Autowired
    ReviewDesk reviews;

    @Autowired
    People people;

    @Autowired
    Seats seats;

    @Autowired
    JdbcTemplate database;

    private String document;
    private Registration member;
    private Caller.OwnAccount owner;
    private Transfer transfer;

    @BeforeEach
    void aMemberWithALetter() {
        document = Identities.residentId(LocalDate.of(2003, 4, 5));
        member = people.someoneApproved(aProfile().document(document), ZHANG_SAN);
        owner = new Caller.OwnAccount(member.accountId());
        Transfer.Place place = new Transfer.Place("湖南省", "长沙市", null, "长沙某厂团委");
        Wish wish = new Wish(Transfer.Kind.OUTSIDE, Transfer.Reason.WORK, null, "长沙某厂", null, place);
        Transfer started = value(transfers.start(owner, wish));
        value(reviews.decideOnPhone(ZHANG_SAN, task(started), APPROVE));
        value(reviews.decideOnPhone(CHEN_JING, task(started), APPROVE));
        transfer = transfers.find(owner, started.id()).orElseThrow();
    }

    /** Break: in LetterIssuing, mask the name or seal nothing; in LetterDesk.open, leave the audit out. */
    @Test
    @DisplayName(
            "§9 the letter says who goes where; the member and the side that let go open it, each time in the audit")
    void theLetterSaysWhoGoesWhere() {
        LetterDesk.Sheet sheet = value(letters.open(owner, transfer.id()));
        assertThat(sheet.facts().name()).isEqualTo("欧阳明");
        assertThat(sheet.facts().document()).contains("*");
        assertThat(sheet.facts().birthMonth()).isEqualTo("2003年4月");
        assertThat(sheet.facts().to()).isEqualTo("湖南省 长沙市 长沙某厂团委");
        assertThat(sheet.facts().issuer()).contains("数学学院");
        assertThat(sheet.letter().until()).isEqualTo(sheet.letter().issuedOn().plusDays(90));
        value(letters.open(seats.viewer(Seats.MATHS), transfer.id()));
        assertThat(refusalOf(letters.open(seats.viewer(Seats.PHYSICS), transfer.id())))
                .isEqualTo("TRANSFER_UNKNOWN");
        assertThat(string("SELECT COUNT(*) FROM audit WHERE action = 'transfer.letter-opened' AND subject_id = ?"))
                .isEqualTo("2");
        assertThat(string("SELECT CONVERT(facts_sealed USING latin1) FROM transfer_letter WHERE transfer_id = ?"))
                .doesNotContain("欧阳明", "长沙");
        Letter told = letters.check(sheet.code()).orElseThrow();
        assertThat(told.isValid(sheet.letter().until())).isTrue();
        assertThat(told.isValid(sheet.letter().until().plusDays(1))).isFalse();
        assertThat(letters.check("AAAAAAAAAAAAAAAA")).isEmpty();
    }

    /**
     * Break: in LetterDesk.arrived, leave out departure.leave, or let anybody say it; in AgeLineRows.current, leave out
     * LEFT_OUTSIDE.
     */
    @Test
    @DisplayName(
            "§9 until the branch says that they arrived they are its member; then the record stays, the member goes")
    void untilTheyArriveTheyAreItsMember() {
        assertThat(string("SELECT branch_id FROM member JOIN transfer t USING (registration_id) WHERE t.id = ?"))
                .isEqualTo(Long.toString(MATHS_2301));
        assertThat(refusalOf(letters.arrived(ZHAO_MIN, transfer.id()))).isEqualTo("TRANSFER_UNKNOWN");
        value(letters.arrived(ZHANG_SAN, transfer.id()));
        assertThat(string("SELECT r.state FROM registration r JOIN transfer t ON t.registration_id = r.id"
                        + " WHERE t.id = ?"))
                .isEqualTo("LEFT_OUTSIDE");
        assertThat(string("SELECT COUNT(*) FROM member JOIN transfer t USING (registration_id) WHERE t.id = ?"))
                .isEqualTo("0");
        assertThat(refusalOf(letters.arrived(seats.reviewer(Seats.MATHS), transfer.id())))
                .isEqualTo("LETTER_MOVED_ON");
        assertThat(letters.check(code()).orElseThrow().state()).isEqualTo(Letter.State.ARRIVED);
        assertThat(left()).contains(member.id());
        List<Map<String, Object>> lines = lines();
        database.update("DELETE FROM leaving_line WHERE registration_id = ?", member.id());
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V110__left_outside_line.sql"))
                .execute(database.getDataSource());
        assertThat(lines()).as("the migration writes what the room would have").isEqualTo(lines);
        assertThat(transfers.blockers(
                        owner, new Wish(Transfer.Kind.INSIDE, Transfer.Reason.WORK, null, null, 1002L, null)))
                .extracting(refusal -> refusal.code())
                .contains("LEAGUE_LEFT");
    }

    /** Break: in LetterDesk.arrived, ask nobody whose record it is. */
    @Test
    @DisplayName("§9 nobody says of themself that they arrived")
    void nobodySaysOfThemselfThatTheyArrived() {
        database.update("UPDATE staff SET account_id = ? WHERE id = 201", member.accountId());
        try {
            assertThat(refusalOf(letters.arrived(ZHANG_SAN, transfer.id()))).isEqualTo("OWN_REGISTRATION");
        } finally {
            database.update("UPDATE staff SET account_id = NULL WHERE id = 201");
        }
    }

    /** Break: in Starting.once, leave out issuing.annul. */
    @Test
    @DisplayName("§9 who begins another transfer did not go: the letter is void")
    void whoBeginsAnotherDidNotGo() {
        String code = code();
        value(transfers.start(owner, new Wish(Transfer.Kind.INSIDE, Transfer.Reason.WORK, null, null, 1002L, null)));
        assertThat(letters.check(code).orElseThrow().state()).isEqualTo(Letter.State.VOID);
        assertThat(refusalOf(letters.open(owner, transfer.id()))).isEqualTo("LETTER_VOID");
        assertThat(refusalOf(letters.arrived(ZHANG_SAN, transfer.id()))).isEqualTo("LETTER_VOID");
    }

    /** Break: in Starting.once, annul whoever starts; in Course.arrive, leave out issuing.annul. */
    @Test
    @DisplayName("§9 a branch that claims the member takes no letter away; it ends when the transfer is done")
    void whoClaimsTakesNoLetterAway() {
        Wish wish = new Wish(Transfer.Kind.INSIDE, Transfer.Reason.WORK, null, null, 1002L, null);
        Claim claim = new Claim("欧阳明", Profile.RESIDENT_ID, document);
        Transfer claimed = value(claims.start(value(claims.judge(ZHAO_MIN, claim, wish))));
        assertThat(letters.check(code()).orElseThrow().state()).isEqualTo(Letter.State.ISSUED);
        value(letters.open(owner, transfer.id()));
        value(reviews.decideOnPhone(ZHANG_SAN, task(claimed), APPROVE));
        assertThat(transfers.find(owner, claimed.id()).orElseThrow().state()).isEqualTo(Transfer.State.DONE);
        assertThat(letters.check(code()).orElseThrow().state()).isEqualTo(Letter.State.VOID);
    }

    @Test
    @DisplayName("§9 when nobody said in ninety days that they arrived, the branch is reminded once")
    void theBranchIsReminded() {
        assertThat(string("SELECT COUNT(*) FROM outbox WHERE kind = 'TRANSFER_LETTER_DUE' AND state = 'DUE'"
                        + " AND next_at > UTC_TIMESTAMP(6) + INTERVAL 90 DAY AND subject_id = ?"))
                .isEqualTo("1");
        letters.remind(transfer.id());
        letters.remind(transfer.id());
        assertThat(reminders()).isEqualTo("2");
    }

    private String reminders() {
        return string("SELECT COUNT(*) FROM outbox WHERE kind = 'TRANSFER_STANDING' AND push_key LIKE '%:letter'"
                + " AND subject_id = ?");
    }

    private String code() {
        return string("SELECT code FROM transfer_letter WHERE transfer_id = ?");
    }

    private long task(Transfer one) {
        return database.queryForObject("SELECT id FROM review_task WHERE live_transfer = ?", Long.class, one.id());
    }

    private List<Long> left() {
        return value(ages.left(seats.viewer(Seats.PROVINCE), null, null, 20)).items().stream()
                .map(AgeDesk.Former::registrationId)
                .toList();
    }

    private List<Map<String, Object>> lines() {
        return database.queryForList(
                "SELECT * FROM leaving_line WHERE registration_id = ? ORDER BY organisation_id", member.id());
    }

    private String string(String sql) {
        return database.queryForObject(sql, String.class, transfer.id());
    }
}

package cn.tuanwu.number;

import static cn.tuanwu.support.People.refusalOf;
import static cn.tuanwu.support.People.value;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.number.SegmentDesk.Wish;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.support.Console;
import cn.tuanwu.support.RoomTest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@RoomTest
@Tag("console")
class HandOutDeskTest {
    private static final long MATHS = 100;
    private static final long PHYSICS = 101;
    private static final long MATHS_2301 = 1001;

    @Autowired
    SegmentDesk segments;

    @Autowired
    HandOutDesk handOut;

    @Autowired
    NumberDesk numbers;

    @Autowired
    ReportDesk report;

    @Autowired
    OrgDesk organisations;

    @Autowired
    JdbcTemplate database;

    @Autowired
    Clock clock;

    @Autowired
    Tx tx;

    private String prefix;

    @BeforeEach
    void theBranchHasTenNumbers() {
        database.update("DELETE FROM number_use");
        database.update("DELETE FROM number_piece");
        database.update("DELETE FROM number_segment");
        database.update("DELETE FROM outbox");
        prefix = ChinaTime.date(clock.instant()).getYear() + "44";
        value(segments.declare(as(1), run(0, 99)));
        value(segments.allocate(as(1), List.of(new Wish(MATHS_2301, run(10, 19)))));
    }

    @Test
    void eachIsGivenTheNextUntilAllAreGiven() {
        List<String> given = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            given.add(next());
        }
        assertThat(given)
                .doesNotHaveDuplicates()
                .isSorted()
                .startsWith(number(10))
                .endsWith(number(19));
        assertThat(refusalOf(handOut.next(Console.reviewer(as(MATHS)), MATHS_2301)))
                .isEqualTo("NUMBERS_USED_UP");
    }

    /** Break: in HandOutDesk.nextOf, answer with the number whatever {@code rows.take} says. */
    @Test
    void whatSomebodyTypedFromTheirPaperIsNotHandedOut() {
        reserve(10, 501);
        reserve(11, 502);
        reserve(14, 503);
        assertThat(List.of(next(), next(), next())).containsExactly(number(12), number(13), number(15));
    }

    /** Break: in NumberRows.handBack, leave out handed_to, so that a withdrawal sets free what is on a paper. */
    @Test
    void aHandedOutNumberIsItsHoldersAlsoWhenTheyWithdraw() {
        String number = next();
        reserve(10, 504);
        assertThat(states()).containsExactly("RESERVED");
        tx.run(() -> numbers.release(504));
        assertThat(states()).containsExactly("HANDED_OUT");
        assertThat(numbers.whyTaken(new MemberNumber(number), 505)).isEmpty();
        assertThat(next()).isEqualTo(number(11));
        reserve(10, 505);
        tx.run(() -> numbers.use(505));
        ReportDesk.Usage usage = usage();
        assertThat(usage.used()).isEqualTo(1);
        assertThat(usage.handedOut()).isEqualTo(1);
        assertThat(usage.free()).isEqualTo(8);
    }

    @Test
    void aSpoiltFormsNumberIsNobodys() {
        String number = next();
        assertThat(refusalOf(handOut.makeVoid(as(MATHS), number, " "))).isEqualTo("REASON_MISSING");
        assertThat(refusalOf(handOut.makeVoid(as(PHYSICS), number, "志愿书填错"))).isEqualTo("NUMBER_UNKNOWN");
        value(handOut.makeVoid(as(MATHS), number, "志愿书填错"));
        value(handOut.makeVoid(as(MATHS), number(15), "志愿书破损"));
        assertThat(refusalOf(handOut.makeVoid(as(MATHS), number, "志愿书填错"))).isEqualTo("NUMBER_NOT_FREE");
        assertThat(refusalOf(handOut.takeBack(as(MATHS), number, "没有填写"))).isEqualTo("NUMBER_NOT_FREE");
        assertThat(tx.write(() -> numbers.reserve(new MemberNumber(number), 506))
                        .toString())
                .contains("MEMBER_NUMBER_TAKEN");
        assertThat(usage().voided()).isEqualTo(2);
        assertThat(database.queryForList(
                        "SELECT detail FROM audit WHERE action = 'number.voided' ORDER BY id DESC LIMIT 1",
                        String.class))
                .containsExactly(number(15) + " 志愿书破损");
        assertThat(report.numbers(Console.viewer(as(MATHS)), usage().segment().id(), null)
                        .orElseThrow()
                        .items())
                .extracting(ReportDesk.Number::reason)
                .containsExactly("志愿书填错", "志愿书破损");
    }

    @Test
    void whatWasNeverWrittenDownIsTakenBack() {
        String number = next();
        value(handOut.takeBack(as(MATHS), number, "没有填写"));
        assertThat(states()).isEmpty();
        assertThat(usage().free()).isEqualTo(10);
    }

    @Test
    void ofAnotherCommitteesBranchNothingIsHandedOut() {
        assertThat(refusalOf(handOut.next(Console.reviewer(as(PHYSICS)), MATHS_2301)))
                .isEqualTo("BRANCH_UNKNOWN");
    }

    /** Break: in LowAlarm.look, leave the size out of the key, or never look in HandOutDesk.handedOut. */
    @Test
    void theAdminsAboveAreToldOnceWhenTheNumbersComeToTheirEnd() {
        for (int i = 0; i < 8; i++) {
            next();
        }
        assertThat(told()).isZero();
        next();
        assertThat(told()).isEqualTo(1);
        next();
        assertThat(told()).isEqualTo(1);
        value(segments.allocate(as(1), List.of(new Wish(MATHS_2301, run(30, 31)))));
        next();
        assertThat(told()).isEqualTo(2);
    }

    private int told() {
        return database.queryForObject(
                "SELECT COUNT(*) FROM outbox WHERE kind = 'NUMBERS_LOW' AND subject_id = 1001 AND receiver = '203'",
                Integer.class);
    }

    private String next() {
        return value(handOut.next(Console.reviewer(as(MATHS)), MATHS_2301)).text();
    }

    private List<String> states() {
        return database.queryForList("SELECT state FROM number_use ORDER BY number LIMIT 1", String.class);
    }

    private void reserve(int serial, long registration) {
        tx.run(() -> value(numbers.reserve(new MemberNumber(number(serial)), registration)));
    }

    private ReportDesk.Usage usage() {
        return report.segments(Console.viewer(as(MATHS)), MATHS_2301, null).orElseThrow().items().stream()
                .filter(usage -> usage.segment().range().equals(run(10, 19)))
                .findFirst()
                .orElseThrow();
    }

    private String number(int serial) {
        return run(serial, serial).start();
    }

    private NumberRange run(int first, int last) {
        return new NumberRange(prefix, first, last);
    }

    private Caller.Admin as(long organisation) {
        return Console.admin(organisations.find(organisation).orElseThrow());
    }
}

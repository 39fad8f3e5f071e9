package cn.tuanwu.number;

import static cn.tuanwu.support.People.refusalOf;
import static cn.tuanwu.support.People.value;
import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.number.SegmentDesk.Wish;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.registration.Caution;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.registration.RegistrationBook;
import cn.tuanwu.registration.RegistrationDesk;
import cn.tuanwu.support.Console;
import cn.tuanwu.support.People;
import cn.tuanwu.support.RoomTest;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
@Tag("console")
class SegmentDeskTest {
    private static final long MATHS = 100;
    private static final long PHYSICS = 101;
    private static final long MATHS_2301 = 1001;
    private static final long MATHS_2302 = 1002;
    private static final AtomicInteger YEAR = new AtomicInteger(2030);

    @Autowired
    SegmentDesk segments;

    @Autowired
    NumberDesk numbers;

    @Autowired
    ReportDesk report;

    @Autowired
    Tx tx;

    @Autowired
    OrgDesk organisations;

    @Autowired
    RegistrationDesk registrations;

    @Autowired
    RegistrationBook book;

    @Autowired
    People people;

    /** Each test has a year of its own. */
    private final String prefix = YEAR.getAndIncrement() + "44";

    @Test
    @DisplayName("§2.2 G3 quota and numbers travel down the tree, each level out of its own")
    void eachLevelAllocatesOutOfItsOwn() {
        value(segments.declare(as(1), run(0, 999)));
        assertThat(refusalOf(segments.allocate(as(MATHS), List.of(new Wish(MATHS_2301, run(0, 9))))))
                .isEqualTo("SEGMENT_NOT_FREE");
        value(segments.allocate(as(1), List.of(new Wish(MATHS, run(100, 199)))));
        value(segments.allocate(
                as(MATHS), List.of(new Wish(MATHS_2301, run(100, 119)), new Wish(MATHS_2302, run(120, 120)))));
        assertThat(held(MATHS)).containsExactly(run(121, 199));
        assertThat(held(MATHS_2301)).containsExactly(run(100, 119));
        assertThat(held(MATHS_2302)).containsExactly(run(120, 120));
    }

    @Test
    @DisplayName("§2.2 G4 several segments in one year; G7 no overlap, and the sentence names who has it")
    void anOverlapIsRefusedWithWhoHasIt() {
        value(segments.declare(as(1), run(0, 999)));
        value(segments.allocate(as(1), List.of(new Wish(MATHS, run(0, 99)), new Wish(MATHS, run(500, 599)))));
        Outcome<List<Segment>> refused = segments.allocate(as(1), List.of(new Wish(PHYSICS, run(50, 120))));
        assertThat(((Outcome.Refused<?>) refused).first().text())
                .contains("数学学院团委")
                .contains(prefix + "000099");
        assertThat(refusalOf(segments.declare(as(1), run(999, 1500)))).isEqualTo("SEGMENT_NOT_FREE");
    }

    @Test
    @DisplayName("§2.2 G7 of several rows all or none")
    void aWrongRowTakesTheOthersWithIt() {
        value(segments.declare(as(1), run(0, 99)));
        Outcome<List<Segment>> refused = segments.allocate(
                as(1),
                List.of(new Wish(MATHS, run(0, 9)), new Wish(PHYSICS, run(5, 14)), new Wish(PHYSICS, run(20, 29))));
        assertThat(((Outcome.Refused<?>) refused).refusals()).hasSize(1);
        assertThat(((Outcome.Refused<?>) refused).first().field()).isEqualTo("rows[1].start");
        assertThat(held(1)).containsExactly(run(0, 99));
    }

    @Test
    void onlyTheRootDeclaresAndNobodyAllocatesOutsideTheirOwn() {
        assertThat(refusalOf(segments.declare(as(MATHS), run(0, 9)))).isEqualTo("NOT_ROOT");
        value(segments.declare(as(1), run(0, 99)));
        value(segments.allocate(as(1), List.of(new Wish(MATHS, run(0, 9)))));
        assertThat(refusalOf(segments.allocate(as(MATHS), List.of(new Wish(1101, run(0, 1))))))
                .isEqualTo("ORGANISATION_UNKNOWN");
        assertThat(refusalOf(segments.allocate(as(MATHS), List.of(new Wish(MATHS, run(0, 1))))))
                .isEqualTo("ORGANISATION_UNKNOWN");
        assertThat(report.segments(Console.viewer(as(PHYSICS)), MATHS, null)).isEmpty();
    }

    @Test
    @DisplayName("§2.2 G7 only holes and tails nobody touched are reclaimed, and they can be given again as one")
    void whatNobodyTouchedComesBack() {
        value(segments.declare(as(1), run(0, 99)));
        value(segments.allocate(as(1), List.of(new Wish(MATHS, run(10, 19)))));
        value(segments.allocate(as(MATHS), List.of(new Wish(MATHS_2301, run(10, 19)))));
        long own = usages(MATHS_2301).get(0).segment().id();
        reserve(13, 77);
        reserve(19, 78);
        assertThat(value(segments.reclaim(as(MATHS), own, run(12, 19)))).isEqualTo(6);
        assertThat(held(MATHS_2301)).containsExactly(run(10, 11), run(13, 13), run(19, 19));
        assertThat(held(MATHS)).containsExactly(run(12, 12), run(14, 18));
        tx.run(() -> numbers.release(77));
        assertThat(value(segments.reclaim(as(MATHS), own, run(0, 99)))).isEqualTo(3);
        assertThat(held(MATHS)).containsExactly(run(10, 18));
        assertThat(refusalOf(segments.reclaim(as(MATHS), own, run(0, 99)))).isEqualTo("NOTHING_TO_RECLAIM");
        assertThat(refusalOf(segments.reclaim(as(PHYSICS), own, run(0, 99)))).isEqualTo("SEGMENT_UNKNOWN");
        assertThat(refusalOf(segments.reclaim(as(MATHS_2301), own, run(0, 99)))).isEqualTo("SEGMENT_UNKNOWN");
    }

    @Test
    @DisplayName("§2.2 G9 a number of another branch is accepted, and the reviewer sees why it should not be")
    void theReviewerSeesANumberOfOthers() {
        String twenty = "202044";
        value(segments.declare(as(1), new NumberRange(twenty, 900_000, 900_099)));
        value(segments.allocate(as(1), List.of(new Wish(MATHS_2301, new NumberRange(twenty, 900_000, 900_009)))));
        assertThat(cautions(twenty + "900003")).isEmpty();
        assertThat(cautions(twenty + "900050")).containsExactly(Caution.NUMBER_OF_OTHERS);
        assertThat(cautions(twenty + "800050")).containsExactly(Caution.NUMBER_UNVERIFIED);
    }

    @Test
    void theReportCountsWhatIsTouched() {
        value(segments.declare(as(1), run(0, 99)));
        value(segments.allocate(as(1), List.of(new Wish(MATHS_2301, run(0, 9)))));
        reserve(4, 79);
        ReportDesk.Usage usage = usages(MATHS_2301).get(0);
        assertThat(usage.here()).isEqualTo(10);
        assertThat(usage.reserved()).isEqualTo(1);
        assertThat(usage.free()).isEqualTo(9);
        assertThat(report.free(Console.viewer(as(1)), MATHS_2301)).contains(run(0, 3), run(5, 9));
        tx.run(() -> numbers.use(79));
        assertThat(usages(MATHS_2301).get(0).used()).isEqualTo(1);
        ReportDesk.Sums sums = sums(1);
        assertThat(sums.own().held()).isEqualTo(100);
        assertThat(sums.own().used()).isEqualTo(1);
        assertThat(sums.below().items()).singleElement().satisfies(sum -> {
            assertThat(sum.organisation().id()).isEqualTo(10);
            assertThat(sum.held()).isEqualTo(10);
            assertThat(sum.free()).isEqualTo(9);
        });
        assertThat(usages(1).get(0).given()).isEqualTo(10);
    }

    private ReportDesk.Sums sums(long organisation) {
        return report.sums(Console.viewer(as(1)), organisation, Integer.parseInt(prefix.substring(0, 4)), null)
                .orElseThrow();
    }

    private void reserve(int serial, long registration) {
        tx.run(() -> value(numbers.reserve(new MemberNumber(run(serial, serial).start()), registration)));
    }

    private List<ReportDesk.Usage> usages(long organisation) {
        return report.segments(Console.viewer(as(1)), organisation, null)
                .orElseThrow()
                .items();
    }

    private List<Caution> cautions(String number) {
        Registration submitted = people.someoneSubmitted(aProfile().numbered(number));
        return book.sheet(submitted.id()).orElseThrow().cautions();
    }

    private List<NumberRange> held(long organisation) {
        return usages(organisation).stream()
                .flatMap(usage -> usage.pieces().stream())
                .filter(range -> range.prefix().equals(prefix))
                .sorted(java.util.Comparator.comparing(NumberRange::start))
                .toList();
    }

    private NumberRange run(int first, int last) {
        return new NumberRange(prefix, first, last);
    }

    private Caller.Admin as(long organisation) {
        return Console.admin(organisations.find(organisation).orElseThrow());
    }
}

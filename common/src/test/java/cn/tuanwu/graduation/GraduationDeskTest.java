package cn.tuanwu.graduation;

import static cn.tuanwu.support.People.MATHS_2301;
import static cn.tuanwu.support.People.ZHANG_SAN;
import static cn.tuanwu.support.People.ZHAO_MIN;
import static cn.tuanwu.support.People.refusalOf;
import static cn.tuanwu.support.People.value;
import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.tuanwu.access.Caller;
import cn.tuanwu.graduation.Graduation.Graduate;
import cn.tuanwu.graduation.Graduation.Mark;
import cn.tuanwu.graduation.Graduation.None;
import cn.tuanwu.graduation.Graduation.Standing;
import cn.tuanwu.graduation.Graduation.Which;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.support.People;
import cn.tuanwu.support.RoomTest;
import cn.tuanwu.support.Seats;
import cn.tuanwu.transfer.Transfer;
import cn.tuanwu.transfer.TransferDesk;
import cn.tuanwu.transfer.Wish;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** 学社衔接: which branch graduates when, and who of it. */
@RoomTest
@Tag("transfers")
class GraduationDeskTest {
    @Autowired
    GraduationDesk graduation;

    @Autowired
    GraduateDesk graduates;

    @Autowired
    TransferDesk transfers;

    @Autowired
    ReviewDesk reviews;

    @Autowired
    People people;

    @Autowired
    Seats seats;

    @Autowired
    JdbcTemplate database;

    @BeforeEach
    void nothingIsSaidYet() {
        database.update("DELETE FROM graduation");
        database.update("DELETE FROM graduation_mark");
    }

    /** Break: in GraduationDesk.mark, don't ask whether the branch is within. */
    @Test
    void aBranchHasAMonthOrAReasonAndElsewhereDoesNotExist() {
        Caller.Admin maths = seats.admin(Seats.MATHS);
        int unmarked = graduation.counts(seats.viewer(Seats.MATHS)).unmarked();
        value(graduation.mark(maths, List.of(MATHS_2301), "2026-06", null));
        value(graduation.mark(maths, List.of(People.MATHS_GRADUATES), null, None.MIXED));
        assertThat(graduation.counts(seats.viewer(Seats.MATHS)).unmarked()).isEqualTo(unmarked - 2);
        assertThat(graduation
                        .branches(seats.viewer(Seats.MATHS), Which.MONTH, null, null)
                        .branches())
                .extracting(Graduation.Branch::id, Graduation.Branch::month)
                .containsExactly(tuple(MATHS_2301, "2026-06"));
        assertThat(graduation
                        .branches(seats.viewer(Seats.MATHS), Which.UNMARKED, null, null)
                        .branches())
                .extracting(Graduation.Branch::id)
                .doesNotContain(MATHS_2301, People.MATHS_GRADUATES);
        assertThat(refusalOf(graduation.mark(seats.admin(Seats.PHYSICS), List.of(MATHS_2301), "2026-06", null)))
                .isEqualTo("ORGANISATION_UNKNOWN");
        assertThat(refusalOf(graduation.mark(maths, List.of(MATHS_2301), "2026-13", null)))
                .isEqualTo("MONTH_INVALID");
        assertThat(refusalOf(graduation.mark(maths, List.of(MATHS_2301), "2026-06", None.MIXED)))
                .isEqualTo("MONTH_INVALID");
        assertThat(database.queryForObject(
                        "SELECT COUNT(*) FROM audit WHERE action = 'graduation.marked' AND subject_id = ?",
                        Long.class,
                        MATHS_2301))
                .isPositive();
    }

    /** Break: in GraduateRows.LEAVING, leave out the marks. */
    @Test
    void whoIsDelayedGraduatesLaterAndWhoStaysNever() {
        Caller.Admin maths = seats.admin(Seats.MATHS);
        long delayed = member();
        long staying = member();
        long leaving = member();
        value(graduation.mark(maths, List.of(MATHS_2301), "2026-06", null));
        value(graduation.except(maths, List.of(delayed), Mark.DELAYED, "2027-06"));
        value(graduation.except(maths, List.of(staying), Mark.STAYS, null));
        assertThat(until("2026-05")).isEmpty();
        assertThat(until("2026-06")).contains(leaving).doesNotContain(delayed, staying);
        assertThat(until("2027-06")).contains(leaving, delayed).doesNotContain(staying);
        value(graduation.except(maths, List.of(staying), null, null));
        assertThat(until("2026-06")).contains(staying);
        assertThat(refusalOf(graduation.except(seats.admin(Seats.PHYSICS), List.of(leaving), Mark.STAYS, null)))
                .isEqualTo("MEMBER_UNKNOWN");
        assertThat(refusalOf(graduation.except(maths, List.of(leaving), Mark.DELAYED, "soon")))
                .isEqualTo("MONTH_INVALID");
    }

    /** Break: in GraduateDesk.page, begin each page at the cursor's branch and no member. */
    @Test
    void pagesHoldEverybodyOnceAndWhoHasATransferIsTold() {
        Caller.Admin maths = seats.admin(Seats.MATHS);
        List<Long> some = List.of(member(), member(), member());
        value(graduation.mark(maths, List.of(MATHS_2301), "2026-06", null));
        List<Long> paged = new ArrayList<>();
        String next = "";
        while (next != null) {
            GraduateDesk.Page page = value(graduates.list(maths, filter("2026-06", null), next, 2));
            page.graduates().forEach(one -> paged.add(one.registrationId()));
            next = page.next();
        }
        assertThat(paged).doesNotHaveDuplicates().containsAll(some);
        assertThat(value(graduates.total(maths, filter("2026-06", null), 5_000)))
                .isEqualTo(paged.size());
        value(transfers.start(
                ZHANG_SAN,
                some.get(0),
                new Wish(Transfer.Kind.INSIDE, Transfer.Reason.STUDY, null, null, 1002L, null)));
        assertThat(value(graduates.list(maths, filter("2026-06", Standing.OPEN), null, 50))
                        .graduates())
                .extracting(Graduate::registrationId)
                .containsExactly(some.get(0));
        assertThat(value(graduates.list(maths, filter("2026-06", Standing.NONE), null, 500))
                        .graduates())
                .extracting(Graduate::registrationId)
                .contains(some.get(1), some.get(2))
                .doesNotContain(some.get(0));
        assertThat(refusalOf(graduates.list(maths, filter("June", null), null, 50)))
                .isEqualTo("MONTH_INVALID");
    }

    /** Break: in GraduateRows.MARKED, leave out the letter; in gone, let everybody be gone. */
    @Test
    void whoCameBackGraduatesAndWhoHasALetterIsGone() {
        Caller.Admin maths = seats.admin(Seats.MATHS);
        value(graduation.mark(maths, List.of(MATHS_2301), "2026-06", null));
        long back = member();
        moved(back, ZHANG_SAN, new Wish(Transfer.Kind.INSIDE, Transfer.Reason.STUDY, null, null, 1002L, null));
        assertThat(listed(Standing.DONE)).contains(back);
        moved(back, ZHAO_MIN, new Wish(Transfer.Kind.INSIDE, Transfer.Reason.OTHER, "转错了", null, MATHS_2301, null));
        long away = member();
        Transfer.Place place = new Transfer.Place("湖南省", "长沙市", null, "长沙某厂团委");
        moved(away, ZHANG_SAN, new Wish(Transfer.Kind.OUTSIDE, Transfer.Reason.WORK, null, null, null, place));
        assertThat(listed(Standing.NONE)).contains(back).doesNotContain(away);
        assertThat(listed(Standing.DONE)).contains(away).doesNotContain(back);
    }

    /** Started by the branch, and agreed to at every node. */
    private void moved(long registration, Caller.Staff branch, Wish wish) {
        Transfer transfer = value(transfers.start(branch, registration, wish));
        while (transfers
                .find(seats.viewer(Seats.PROVINCE), transfer.id())
                .orElseThrow()
                .isOpen()) {
            long task = database.queryForObject(
                    "SELECT id FROM review_task WHERE live_transfer = ?", Long.class, transfer.id());
            value(reviews.decideAtConsole(seats.reviewer(Seats.PROVINCE), task, new Decision.Approve()));
        }
    }

    private List<Long> listed(Standing standing) {
        return value(graduates.list(seats.viewer(Seats.MATHS), filter("2026-06", standing), null, 500))
                .graduates()
                .stream()
                .map(Graduate::registrationId)
                .toList();
    }

    private List<Long> until(String month) {
        return value(graduates.list(seats.viewer(Seats.MATHS), filter(month, null), null, 500)).graduates().stream()
                .map(Graduate::registrationId)
                .toList();
    }

    private long member() {
        return people.someoneApproved(aProfile(), ZHANG_SAN).id();
    }

    private static GraduateDesk.Filter filter(String until, Standing standing) {
        return new GraduateDesk.Filter(until, null, null, standing);
    }
}

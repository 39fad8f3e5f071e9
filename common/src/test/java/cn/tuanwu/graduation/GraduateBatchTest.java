package cn.tuanwu.graduation;

import static cn.tuanwu.support.People.ZHANG_SAN;
import static cn.tuanwu.support.People.ZHAO_MIN;
import static cn.tuanwu.support.People.refusalOf;
import static cn.tuanwu.support.People.value;
import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.Seat;
import cn.tuanwu.graduation.GraduateBatch.Line;
import cn.tuanwu.graduation.GraduateBatch.LineState;
import cn.tuanwu.graduation.GraduateBatch.Report;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.review.BatchDeciding;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.ReturnReason;
import cn.tuanwu.review.ReviewBatch;
import cn.tuanwu.review.ReviewBatchDesk;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.support.Identities;
import cn.tuanwu.support.People;
import cn.tuanwu.support.RoomTest;
import cn.tuanwu.support.Seats;
import cn.tuanwu.trace.Person;
import cn.tuanwu.transfer.Transfer;
import cn.tuanwu.transfer.TransferDesk;
import cn.tuanwu.transfer.Wish;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** 批量转接: what stands in whose way, what became of whom, and nobody twice. */
@RoomTest
@Tag("transfers")
class GraduateBatchTest {
    private static final Wish TO_2302 = new Wish(Transfer.Kind.INSIDE, Transfer.Reason.STUDY, null, null, 1002L, null);

    @Autowired
    GraduateBatchDesk batches;

    @Autowired
    BatchStarting starting;

    @Autowired
    GraduationErasing erasing;

    @Autowired
    ReviewBatchDesk reviewBatches;

    @Autowired
    BatchDeciding deciding;

    @Autowired
    ReviewDesk reviews;

    @Autowired
    TransferDesk transfers;

    @Autowired
    People people;

    @Autowired
    Seats seats;

    @Autowired
    JdbcTemplate database;

    private Caller.Reviewer maths;

    @BeforeEach
    void theSeatOfTheCommittee() {
        maths = seats.reviewer(Seats.MATHS);
    }

    /** Break: in BatchStarting.start, ask nobody again before the start: begin the transfer without its blockers. */
    @Test
    void whatStandsInTheWayIsToldBeforeAndWhatChangedSinceIsToldAfter() {
        long good = member();
        long busy = member();
        long changing = member();
        value(transfers.start(ZHANG_SAN, busy, TO_2302));
        long batch = value(batches.choose(maths, List.of(good, busy, changing), TO_2302));
        GraduateBatch checked = value(starting.check(maths, batch, done -> {}));
        assertThat(List.of(checked.good(), checked.bad())).containsExactly(2, 1);
        assertThat(checked.blockers()).extracting(GraduateBatch.Blocker::code).containsExactly("TRANSFER_OPEN");
        assertThat(transfersOf(good)).isZero();
        value(batches.confirm(maths, batch));
        database.update("UPDATE registration SET cadre = 1 WHERE id = ?", changing);
        GraduateBatch done = value(starting.start(maths, batch, step -> {}));
        assertThat(List.of(done.started(), done.failed(), done.bad())).containsExactly(1, 1, 1);
        assertThat(reports(batch))
                .extracting(Report::state, Report::code)
                .containsExactly(
                        tuple(LineState.STARTED, null),
                        tuple(LineState.BAD, "TRANSFER_OPEN"),
                        tuple(LineState.FAILED, "TRANSFER_CADRE"));
        assertThat(reports(batch)).allMatch(report -> report.document().contains("***********"));
        assertThat(done.transfers()).isEqualTo(Map.of(Transfer.State.OPEN, 1));
        assertThat(refusalOf(batches.confirm(maths, batch))).isEqualTo("GRADUATE_BATCH_NOT_CHECKED");
        assertThat(batches.find(seats.reviewer(Seats.PHYSICS), batch)).isEmpty();
        assertThat(refusalOf(batches.choose(seats.reviewer(Seats.PHYSICS), List.of(good), TO_2302)))
                .isEqualTo("MEMBER_UNKNOWN");
    }

    /** Break: in BatchRows.take, leave out the state of the line; or of the batch. */
    @Test
    void whoGoesOnAfterACrashStartsNobodyTwiceAndCancelledIsTheRest() {
        List<Long> members = IntStream.range(0, 6).mapToObj(i -> member()).toList();
        long batch = confirmed(members);
        assertThatThrownBy(() -> starting.start(maths, batch, done -> {
                    if (done == 2) {
                        throw new IllegalStateException("killed between two");
                    }
                }))
                .hasMessageContaining("killed");
        assertThat(members.stream().mapToInt(this::transfersOf).sum()).isEqualTo(2);
        GraduateBatch done = value(starting.start(maths, batch, step -> {
            if (step == 4) {
                value(batches.cancel(maths, batch));
            }
        }));
        assertThat(List.of(done.started(), done.good(), done.failed())).containsExactly(4, 2, 0);
        assertThat(done.state()).isEqualTo(GraduateBatch.State.CANCELLED);
        assertThat(members.stream().map(this::transfersOf)).containsExactly(1, 1, 1, 1, 0, 0);
    }

    /** Break: in BatchDeciding.decide, leave the refusal out; in ReviewBatchRows.take, the state. */
    @Test
    void whoWasQuickerIsNamedAndNothingIsDecidedTwice() {
        List<Long> members = IntStream.range(0, 4).mapToObj(i -> member()).toList();
        long batch = confirmed(members);
        value(starting.start(maths, batch, step -> {}));
        value(reviews.decideOnPhone(ZHAO_MIN, taskOf(members.get(1)), new Decision.Approve()));
        long all = value(reviewBatches.choose(
                maths, members.stream().skip(2).map(this::taskOf).toList(), new Decision.Approve()));
        long quick = value(reviewBatches.choose(
                maths,
                List.of(taskOf(members.get(0)), taskOf(members.get(1))),
                new Decision.SendBack(ReturnReason.TARGET_WRONG)));
        ReviewBatch returned = value(deciding.decide(maths, quick, step -> {}));
        assertThat(List.of(returned.decided(), returned.refused())).containsExactly(1, 1);
        assertThat(returned.refusals().get(0).code()).isEqualTo("ALREADY_DECIDED");
        assertThat(returned.refusals().get(0).text()).contains("已由 赵敏 于", "同意");
        assertThatThrownBy(() -> deciding.decide(maths, all, step -> {
                    throw new IllegalStateException("killed between two");
                }))
                .hasMessageContaining("killed");
        ReviewBatch done = value(deciding.decide(maths, all, step -> {}));
        assertThat(List.of(done.decided(), done.refused(), done.waiting())).containsExactly(2, 0, 0);
        assertThat(database.queryForObject(
                        "SELECT COUNT(*) FROM audit a JOIN review_batch_line l ON l.task_id = a.subject_id"
                                + " WHERE l.batch_id = ? AND a.action = 'review.approved'",
                        Integer.class,
                        all))
                .isEqualTo(2);
        assertThat(members.stream().map(this::branchOf)).containsExactly(1001L, 1002L, 1002L, 1002L);
        assertThat(refusalOf(reviewBatches.cancel(maths, all))).isEqualTo("REVIEW_BATCH_OVER");
        assertThat(refusalOf(reviewBatches.choose(
                        seats.reviewer(Seats.PHYSICS), List.of(taskOf(members.get(2))), new Decision.Approve())))
                .isEqualTo("TASK_UNKNOWN");
    }

    /** Break: in ReviewBatchDesk.cancel, or behind the loop of BatchDeciding.decide, tell nobody. */
    @Test
    void whateverEndsABatchTheAdminsAboveHearWhatItDecided() {
        List<Long> members = IntStream.range(0, 4).mapToObj(i -> member()).toList();
        long started = confirmed(members);
        value(starting.start(maths, started, step -> {}));
        long stopped = value(reviewBatches.choose(
                maths, members.stream().limit(2).map(this::taskOf).toList(), new Decision.Approve()));
        ReviewBatch half = value(deciding.decide(
                maths,
                stopped,
                step -> database.update("UPDATE review_batch SET state = 'CANCELLED' WHERE id = ?", stopped)));
        assertThat(List.of(half.decided(), half.waiting())).containsExactly(1, 1);
        assertThat(noticesOf(stopped)).isPositive();
        long broken = value(reviewBatches.choose(
                maths, members.stream().skip(2).map(this::taskOf).toList(), new Decision.Approve()));
        assertThatThrownBy(() -> deciding.decide(maths, broken, step -> {
                    throw new IllegalStateException("killed between two");
                }))
                .hasMessageContaining("killed");
        assertThat(noticesOf(broken)).isZero();
        deciding.giveUp(maths, broken);
        assertThat(noticesOf(broken)).isEqualTo(noticesOf(stopped));
        assertThat(reviewBatches.find(maths, broken).orElseThrow().state()).isEqualTo(ReviewBatch.State.CANCELLED);
        long untouched = value(reviewBatches.choose(maths, List.of(taskOf(members.get(1))), new Decision.Approve()));
        value(reviewBatches.cancel(maths, untouched));
        assertThat(noticesOf(untouched)).isZero();
    }

    /** Break: in GraduateBatchDesk.confirm, take CHECKED alone. */
    @Test
    void whatWasConfirmedAndGivenUpCanBeConfirmedAgain() {
        long batch = confirmed(List.of(member(), member()));
        assertThatThrownBy(() -> starting.start(maths, batch, done -> {
                    throw new IllegalStateException("given up");
                }))
                .hasMessageContaining("given up");
        assertThat(value(batches.confirm(maths, batch)).good()).isEqualTo(1);
        GraduateBatch done = value(starting.start(maths, batch, step -> {}));
        assertThat(List.of(done.started(), done.good())).containsExactly(2, 0);
        assertThat(done.state()).isEqualTo(GraduateBatch.State.DONE);
        assertThat(refusalOf(batches.confirm(maths, batch))).isEqualTo("GRADUATE_BATCH_NOT_CHECKED");
    }

    /** Break: in GraduateBatchDesk.stoppable, take anybody above, or any admin. */
    @Test
    void anAdminAtOrAboveCancelsWhatAnotherSeatBegan() {
        long batch = confirmed(List.of(member(), member()));
        Seat seat = maths.seat();
        Caller.Reviewer operator =
                new Caller.Reviewer(new Seat("org-account:9", seat.name(), seat.organisation(), Seat.Role.OPERATOR));
        assertThat(refusalOf(batches.cancel(operator, batch))).isEqualTo("GRADUATE_BATCH_UNKNOWN");
        assertThat(refusalOf(batches.cancel(seats.reviewer(Seats.PHYSICS), batch)))
                .isEqualTo("GRADUATE_BATCH_UNKNOWN");
        assertThat(value(batches.cancel(seats.reviewer(Seats.PROVINCE), batch)).state())
                .isEqualTo(GraduateBatch.State.CANCELLED);
        assertThat(batches.find(seats.reviewer(Seats.PROVINCE), batch)).isEmpty();
        assertThat(value(starting.start(maths, batch, step -> {})).started()).isZero();
    }

    private int noticesOf(long batch) {
        return database.queryForObject(
                "SELECT COUNT(*) FROM outbox WHERE kind = 'REVIEW_BATCH_NOTICE' AND subject_id = ?",
                Integer.class,
                batch);
    }

    /** Break: in SheetReading, don't compare the names; or let a masked document stand for anybody; leave eraseTwice out. */
    @Test
    void aSheetSaysWhereEachGoesAndEachFaultIsNamed() {
        String document = Identities.residentId(LocalDate.of(2003, 4, 5));
        String number = Identities.memberNumber(2020);
        Registration one = people.someoneApproved(aProfile().named("宋一一").document(document), ZHANG_SAN);
        Registration two = people.someoneApproved(aProfile().named("宋二二").numbered(number), ZHANG_SAN);
        String masked = document.substring(0, 3) + "***********" + document.substring(14);
        long batch = batches.keep(
                maths,
                List.of(
                        line(2, "宋一一", "", masked, "", "4401020001", "学习"),
                        line(3, "宋二二", number, "", "省内转接", "数学2302团支部", "工作"),
                        line(4, "宋二二", number, "", "", "4401020001", "学习"),
                        line(5, "宋三三", number, "", "", "4401020001", "学习"),
                        line(6, "宋一一", "", document, "", "没有的支部", "随便")));
        value(starting.check(maths, batch, done -> {}));
        assertThat(reports(batch))
                .extracting(Report::line, Report::state, Report::code)
                .containsExactly(
                        tuple(2, LineState.GOOD, null),
                        tuple(3, LineState.GOOD, null),
                        tuple(4, LineState.BAD, "GRADUATE_TWICE"),
                        tuple(5, LineState.BAD, "GRADUATE_UNKNOWN"),
                        tuple(6, LineState.BAD, "GRADUATE_REASON"));
        value(batches.confirm(maths, batch));
        assertThat(value(starting.start(maths, batch, done -> {})).started()).isEqualTo(2);
        assertThat(database.queryForList(
                        "SELECT target_id FROM transfer WHERE batch_id = ? ORDER BY id", Long.class, batch))
                .containsExactly(1101L, 1002L);
        assertThat(transfersOf(one.id()) + transfersOf(two.id())).isEqualTo(2);
        erasing.erase(new Person(two.accountId(), two.id(), Set.of(), false));
        assertThat(reports(batch)).extracting(Report::line).containsExactly(2, 5, 6);
    }

    /** Break: in SheetReading.member, ask byNumber for whatever was typed; in GraduateBatchDesk.cancel, leave CHECKING out. */
    @Test
    void whatIsNoNumberStopsNoSheetAndWhatIsBeingCheckedCanBeCancelled() {
        String document = Identities.residentId(LocalDate.of(2003, 4, 6));
        people.someoneApproved(aProfile().named("宋四四").document(document), ZHANG_SAN);
        long batch = batches.keep(
                maths,
                List.of(
                        line(2, "宋四四", "无", document, "", "4401020001", "学习"),
                        line(3, "宋四四", "—", "", "", "4401020001", "学习"),
                        line(4, "宋四四", "２０２０３６０００００１", "", "", "4401020001", "学习")));
        value(starting.check(maths, batch, done -> {}));
        assertThat(reports(batch))
                .extracting(Report::state, Report::code)
                .containsExactly(
                        tuple(LineState.GOOD, null),
                        tuple(LineState.BAD, "GRADUATE_NUMBER"),
                        tuple(LineState.BAD, "GRADUATE_NUMBER"));
        long given = batches.keep(maths, List.of(line(2, "宋四四", "无", document, "", "4401020001", "学习")));
        assertThat(value(batches.cancel(maths, given)).state()).isEqualTo(GraduateBatch.State.CANCELLED);
        value(starting.check(maths, given, done -> {}));
        assertThat(refusalOf(batches.confirm(maths, given))).isEqualTo("GRADUATE_BATCH_NOT_CHECKED");
    }

    private long confirmed(List<Long> members) {
        long batch = value(batches.choose(maths, members, TO_2302));
        value(starting.check(maths, batch, done -> {}));
        value(batches.confirm(maths, batch));
        return batch;
    }

    private List<Report> reports(long batch) {
        List<Report> reports = new ArrayList<>();
        batches.report(maths, batch, reports::add);
        return reports;
    }

    private static Line line(
            int number, String name, String memberNumber, String document, String kind, String target, String reason) {
        String[] cells = new String[GraduateColumn.values().length];
        Arrays.fill(cells, "");
        cells[GraduateColumn.NAME.ordinal()] = name;
        cells[GraduateColumn.MEMBER_NUMBER.ordinal()] = memberNumber;
        cells[GraduateColumn.DOCUMENT.ordinal()] = document;
        cells[GraduateColumn.KIND.ordinal()] = kind;
        cells[GraduateColumn.TARGET.ordinal()] = target;
        cells[GraduateColumn.REASON.ordinal()] = reason;
        return new Line(number, List.of(cells));
    }

    private long member() {
        return people.someoneApproved(aProfile(), ZHANG_SAN).id();
    }

    private int transfersOf(long registration) {
        return database.queryForObject(
                "SELECT COUNT(*) FROM transfer WHERE registration_id = ?", Integer.class, registration);
    }

    private long taskOf(long registration) {
        return database.queryForObject(
                "SELECT MAX(k.id) FROM review_task k JOIN transfer t ON t.id = k.transfer_id WHERE t.registration_id = ?",
                Long.class,
                registration);
    }

    private long branchOf(long registration) {
        return database.queryForObject("SELECT branch_id FROM registration WHERE id = ?", Long.class, registration);
    }
}

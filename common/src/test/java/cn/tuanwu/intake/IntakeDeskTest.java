package cn.tuanwu.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.tuanwu.access.Caller;
import cn.tuanwu.account.AccountDesk;
import cn.tuanwu.support.Identities;
import cn.tuanwu.support.People;
import cn.tuanwu.support.RoomTest;
import cn.tuanwu.support.Seats;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@RoomTest
@Tag("console")
class IntakeDeskTest {
    @Autowired
    IntakeDesk intakes;

    @Autowired
    AccountDesk accounts;

    @Autowired
    Seats seats;

    @Autowired
    JdbcTemplate database;

    /** Break: register in IntakeDesk.check what is good. */
    @Test
    void theDryRunChangesNothingButTheSheet() {
        Caller.Admin maths = seats.admin(Seats.MATHS);
        long id = intakes.keep(maths, List.of(line(2, person())));
        long[] before = counts();
        Intake checked = People.value(intakes.check(maths, id, done -> {}));
        assertThat(List.of(checked.total(), checked.good(), checked.bad())).containsExactly(1, 1, 0);
        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void everyLineHearsItsOwnFaults() {
        Caller.Admin maths = seats.admin(Seats.MATHS);
        Map<IntakeColumn, String> first = person();
        Map<IntakeColumn, String> twin = person();
        twin.put(IntakeColumn.DOCUMENT_NUMBER, first.get(IntakeColumn.DOCUMENT_NUMBER));
        Map<IntakeColumn, String> elsewhere = person();
        elsewhere.put(IntakeColumn.BRANCH, "物理2301团支部");
        Map<IntakeColumn, String> wrong = person();
        wrong.put(IntakeColumn.DOCUMENT_NUMBER, "440103200405061230");
        wrong.put(IntakeColumn.ETHNICITY, "火星族");
        long id = intakes.keep(maths, List.of(line(2, first), line(3, twin), line(4, elsewhere), line(5, wrong)));
        Intake checked = People.value(intakes.check(maths, id, done -> {}));
        assertThat(checked.good()).isEqualTo(1);
        assertThat(checked.faults()).extracting(Intake.Fault::line).containsExactly(3, 4, 5);
        assertThat(checked.faults().get(0).text()).contains("证件号码与第 2 行重复");
        assertThat(checked.faults().get(1).text()).contains("本组织下没有这个团支部");
        assertThat(checked.faults().get(2).text()).contains("民族“火星族”不在可选内容中", "身份证号码不正确");
    }

    /** Break: let a failed line end the others in IntakeDesk.bringIn. */
    @Test
    void goodLinesGoInThoughOthersFailAndTheirOwnersHaveNoPassword() {
        Caller.Admin maths = seats.admin(Seats.MATHS);
        Map<IntakeColumn, String> good = person();
        Map<IntakeColumn, String> late = person();
        Map<IntakeColumn, String> other = person();
        long id = intakes.keep(maths, List.of(line(2, late), line(3, good), line(4, other)));
        People.value(intakes.check(maths, id, done -> {}));
        // Somebody registers the same number between the check and the import.
        long meanwhile = confirmed(maths, List.of(line(2, late)));
        People.value(intakes.bringIn(maths, meanwhile, done -> {}));
        People.value(intakes.confirm(maths, id));
        Intake done = People.value(intakes.bringIn(maths, id, step -> {}));
        assertThat(List.of(done.done(), done.failed(), done.bad())).containsExactly(2, 1, 0);
        assertThat(done.faults().get(0).text()).contains("已经注册");
        assertThat(stateOf(good)).isEqualTo("PENDING");
        assertThat(People.refusalOf(accounts.signIn(good.get(IntakeColumn.PHONE), "locked", null)))
                .isEqualTo("LOGIN_FAILED");
        assertThat(intakes.faulty(maths, id)).extracting(Intake.Line::number).containsExactly(2);
    }

    /** Break: take IntakeRows.take out of IntakeDesk.register, or the check of the phone. */
    @Test
    void theSameSheetTwiceDoublesNobody() {
        Caller.Admin maths = seats.admin(Seats.MATHS);
        List<Intake.Line> sheet = List.of(line(2, person()), line(3, person()));
        People.value(intakes.bringIn(maths, confirmed(maths, sheet), done -> {}));
        long[] before = counts();
        long again = intakes.keep(maths, sheet);
        Intake checked = People.value(intakes.check(maths, again, done -> {}));
        assertThat(checked.good()).isZero();
        assertThat(checked.faults())
                .allMatch(fault -> fault.text().contains("已经注册") && fault.text().contains("已由手机号"));
        assertThat(People.refusalOf(intakes.confirm(maths, again))).isEqualTo("INTAKE_NOTHING_GOOD");
        assertThat(counts()).isEqualTo(before);
    }

    /** Break: mark lines when the whole sheet is done. */
    @Test
    void whoGoesOnAfterACrashRepeatsNobody() {
        Caller.Admin maths = seats.admin(Seats.MATHS);
        List<Intake.Line> sheet = new ArrayList<>();
        for (int number = 2; number < 8; number++) {
            sheet.add(line(number, person()));
        }
        long id = confirmed(maths, sheet);
        long before = counts()[1];
        assertThatThrownBy(() -> intakes.bringIn(maths, id, done -> {
                    if (done == 3) {
                        throw new IllegalStateException("killed between two lines");
                    }
                }))
                .hasMessageContaining("killed");
        assertThat(counts()[1] - before).isEqualTo(3);
        Intake done = People.value(intakes.bringIn(maths, id, step -> {}));
        assertThat(List.of(done.done(), done.failed())).containsExactly(6, 0);
        assertThat(counts()[1] - before).isEqualTo(6);
    }

    @Test
    void anotherSeatsSheetDoesNotExist() {
        long id = intakes.keep(seats.admin(Seats.MATHS), List.of(line(2, person())));
        assertThat(intakes.find(seats.admin(Seats.PHYSICS), id)).isEmpty();
        assertThat(People.refusalOf(intakes.confirm(seats.admin(Seats.PROVINCE), id)))
                .isEqualTo("INTAKE_UNKNOWN");
    }

    private long confirmed(Caller.Admin caller, List<Intake.Line> sheet) {
        long id = intakes.keep(caller, sheet);
        People.value(intakes.check(caller, id, done -> {}));
        People.value(intakes.confirm(caller, id));
        return id;
    }

    private static Map<IntakeColumn, String> person() {
        Map<IntakeColumn, String> person = new EnumMap<>(IntakeColumn.class);
        person.put(IntakeColumn.NAME, "欧阳明");
        person.put(IntakeColumn.PHONE, Identities.phone());
        person.put(IntakeColumn.UNIVERSITY, "南岭大学");
        person.put(IntakeColumn.BRANCH, "数学2301团支部");
        person.put(IntakeColumn.DOCUMENT_KIND, "居民身份证");
        person.put(IntakeColumn.DOCUMENT_NUMBER, Identities.residentId(LocalDate.of(2005, 3, 14)));
        person.put(IntakeColumn.JOIN_MONTH, "2020年5月");
        person.put(IntakeColumn.MEMBER_NUMBER, Identities.memberNumber(2020));
        person.put(IntakeColumn.ETHNICITY, "汉族");
        person.put(IntakeColumn.POLITICAL, "03");
        person.put(IntakeColumn.EDUCATION, "21");
        person.put(IntakeColumn.OCCUPATION, "06");
        return person;
    }

    private static Intake.Line line(int number, Map<IntakeColumn, String> person) {
        return new Intake.Line(
                number,
                Arrays.stream(IntakeColumn.values())
                        .map(column -> person.getOrDefault(column, ""))
                        .toList(),
                null);
    }

    private String stateOf(Map<IntakeColumn, String> person) {
        return database.queryForObject(
                "SELECT state FROM registration WHERE member_number = ?",
                String.class,
                person.get(IntakeColumn.MEMBER_NUMBER));
    }

    private long[] counts() {
        return new long[] {
            database.queryForObject("SELECT COUNT(*) FROM account", Long.class),
            database.queryForObject("SELECT COUNT(*) FROM registration", Long.class)
        };
    }
}

package cn.tuanwu.insight;

import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.support.Identities;
import cn.tuanwu.support.People;
import cn.tuanwu.support.RoomTest;
import cn.tuanwu.support.Seats;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@RoomTest
@Tag("console")
class MemberDeskTest {
    @Autowired
    MemberDesk members;

    @Autowired
    MemberExport exports;

    @Autowired
    People people;

    @Autowired
    Seats seats;

    @Autowired
    JdbcTemplate database;

    private Caller.Viewer maths;

    @BeforeEach
    void look() {
        maths = seats.viewer(Seats.MATHS);
        database.update("DELETE FROM member_line");
        database.update("DELETE FROM member_count");
        database.update("DELETE FROM reveal_count");
        database.update("UPDATE registration SET branch_id = NULL, state = 'DRAFT'");
    }

    /** Break: read one row fewer in MemberDesk.page, or forget to turn the page before round. */
    @Test
    void pagesGoForwardAndBackwardOverTheSameMembers() {
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            all.add(0, people.someoneSubmitted(aProfile()).id());
        }
        Member.Page first = list(Wanted.first(3));
        Member.Page second = list(Wanted.after(last(first), 3));
        Member.Page third = list(Wanted.after(last(second), 3));
        assertThat(ids(first)).isEqualTo(all.subList(0, 3));
        assertThat(ids(second)).isEqualTo(all.subList(3, 6));
        assertThat(ids(third)).isEqualTo(all.subList(6, 7));
        assertThat(List.of(first.hasPrevious(), first.hasNext(), third.hasPrevious(), third.hasNext()))
                .containsExactly(false, true, true, false);
        assertThat(ids(list(Wanted.last(3)))).isEqualTo(all.subList(4, 7));
        assertThat(ids(list(Wanted.before(all.get(4), 3)))).isEqualTo(all.subList(1, 4));
        Member.Page back = list(Wanted.before(all.get(3), 3));
        assertThat(ids(back)).isEqualTo(ids(first));
        assertThat(back.hasPrevious()).isFalse();
        assertThat(back.hasNext()).isTrue();
    }

    @Test
    void aPageHoldsAHundredAtMost() {
        assertThat(Wanted.first(100_000).size()).isEqualTo(Wanted.LARGEST);
    }

    /** Break: leave the subtree out of Searching.where. */
    @Test
    void whoIsOutsideTheSubtreeDoesNotExist() {
        Registration physicist = people.someoneSubmitted(aProfile().inBranch(1101L));
        assertThat(list(Wanted.first(10)).items()).isEmpty();
        assertThat(members.find(maths, physicist.id())).isEmpty();
        assertThat(People.refusalOf(members.list(maths, in(Seats.PHYSICS), Wanted.first(10))))
                .isEqualTo("ORGANISATION_UNKNOWN");
        assertThat(People.refusalOf(members.list(maths, in(Seats.PROVINCE), Wanted.first(10))))
                .isEqualTo("ORGANISATION_UNKNOWN");
        assertThat(members.find(seats.viewer(Seats.PROVINCE), physicist.id())).isPresent();
    }

    /** Break: show what is sealed in Faces.masked. */
    @Test
    void numbersAreMasked() {
        Registration someone = people.someoneSubmitted(aProfile());
        Member line = list(Wanted.first(1)).items().get(0);
        assertThat(line.id()).isEqualTo(someone.id());
        assertThat(line.phone()).matches("139\\*{4}[0-9]{4}");
        assertThat(line.document()).matches("999\\*{11}[0-9]{3}[0-9X]");
        assertThat(line.ethnicity()).isEqualTo("汉族");
    }

    @Test
    void searchFindsByNameBeginningPhoneAndNumbers() {
        String document = Identities.residentId(LocalDate.of(2005, 3, 14));
        String number = Identities.memberNumber(2020);
        Registration someone = people.someoneSubmitted(
                aProfile().named("阿依·古丽").document(document).numbered(number));
        people.someoneSubmitted(aProfile().named("李四"));
        String phone = people.account(new Caller.OwnAccount(someone.accountId()))
                .phone()
                .number();
        assertThat(found(filter("阿依•", null, null))).containsExactly(someone.id());
        assertThat(found(filter("阿%", null, null))).isEmpty();
        assertThat(found(filter(null, " " + phone, null))).containsExactly(someone.id());
        assertThat(found(filter(null, null, document.toLowerCase()))).containsExactly(someone.id());
        assertThat(found(filter(null, null, number))).containsExactly(someone.id());
        assertThat(found(filter(null, null, "不是号码"))).isEmpty();
        assertThat(found(filter(null, phone, number))).containsExactly(someone.id());
    }

    @Test
    void filtersNarrowAndTheirTotalIsCounted() {
        people.someoneSubmitted(aProfile().joined("2021-09").numbered(Identities.memberNumber(2021)));
        people.someoneSubmitted(aProfile().ofEthnicity("03"));
        MemberFilter recent = new MemberFilter(
                null, null, null, null, null, null, "2021-01", "2021-12", null, null, null, null, null);
        assertThat(found(recent)).hasSize(1);
        assertThat(People.value(members.total(maths, recent))).isEqualTo(new Member.Total(1, false));
        MemberFilter hui = new MemberFilter(
                null, Registration.State.PENDING, null, null, "03", null, null, null, null, null, null, null, null);
        assertThat(found(hui)).hasSize(1);
        assertThat(People.value(members.total(maths, MemberFilter.ALL)).members())
                .isEqualTo(2);
    }

    /** Break: leave out the cap in MemberRows.useOne, or the audit line in MemberDesk.reveal. */
    @Test
    void aNumberIsRevealedWithAnAuditLineAndSoOftenADay() {
        Registration someone = people.someoneSubmitted(aProfile());
        Caller.Reviewer reviewer = new Caller.Reviewer(maths.seat());
        for (int i = 0; i < MemberDesk.REVEALS_A_DAY; i++) {
            assertThat(People.value(reveal(reviewer, someone))).matches("1[0-9]{10}");
        }
        assertThat(People.refusalOf(reveal(reviewer, someone))).isEqualTo("REVEAL_LIMIT");
        assertThat(database.queryForObject(
                        "SELECT COUNT(*) FROM audit WHERE action = 'member.revealed' AND subject_id = ? AND actor = ?"
                                + " AND detail = 'PHONE CONTACT'",
                        Integer.class,
                        someone.id(),
                        reviewer.actor()))
                .isEqualTo(MemberDesk.REVEALS_A_DAY);
        Caller.Reviewer other = new Caller.Reviewer(seats.viewer(Seats.PHYSICS).seat());
        assertThat(People.refusalOf(reveal(other, someone))).isEqualTo("MEMBER_UNKNOWN");
    }

    @Test
    void anExportHoldsEachMemberOnce() {
        for (int i = 0; i < 5; i++) {
            people.someoneSubmitted(aProfile());
        }
        MemberExport.Reading reading = exports.masked(maths, MemberFilter.ALL);
        List<Member> all = new ArrayList<>();
        for (List<Member> some = reading.next(); !some.isEmpty(); some = reading.next()) {
            all.addAll(some);
        }
        assertThat(all).extracting(Member::id).hasSize(5).doesNotHaveDuplicates();
        assertThat(all).allMatch(member -> member.phone().contains("****"));
    }

    private Outcome<String> reveal(Caller.Reviewer caller, Registration someone) {
        return members.reveal(caller, someone.id(), MemberDesk.Secret.PHONE, MemberDesk.Reason.CONTACT);
    }

    private Member.Page list(Wanted wanted) {
        return People.value(members.list(maths, MemberFilter.ALL, wanted));
    }

    private List<Long> found(MemberFilter filter) {
        return ids(People.value(members.list(maths, filter, Wanted.first(10))));
    }

    private static List<Long> ids(Member.Page page) {
        return page.items().stream().map(Member::id).toList();
    }

    private static long last(Member.Page page) {
        return page.items().get(page.items().size() - 1).id();
    }

    private static MemberFilter in(long organisation) {
        return new MemberFilter(organisation, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    private static MemberFilter filter(String name, String phone, String number) {
        return new MemberFilter(null, null, null, null, null, null, null, null, null, null, name, phone, number);
    }
}

package cn.tuanwu.number;

import static cn.tuanwu.support.People.ZHANG_SAN;
import static cn.tuanwu.support.People.refusalOf;
import static cn.tuanwu.support.People.value;
import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.realname.RealName.Result;
import cn.tuanwu.registration.Caution;
import cn.tuanwu.registration.Profile;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.registration.RegistrationBook;
import cn.tuanwu.registration.RegistrationDesk;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.ReturnReason;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.support.Identities;
import cn.tuanwu.support.People;
import cn.tuanwu.support.RoomTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@RoomTest
@Tag("registration")
class NumberDeskTest {
    private static final int ROUNDS = "full".equals(System.getProperty("proof")) ? 200 : 12;

    @Autowired
    RegistrationDesk registrations;

    @Autowired
    RegistrationBook book;

    @Autowired
    ReviewDesk reviews;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate database;

    private final String number = Identities.memberNumber(2020);

    /** Break: let NumberDesk.reserve be done whatever the insert says. */
    @Test
    @DisplayName("§2.1 N8 of two members racing for one number one wins, the other reads why")
    void ofTwoMembersRacingForOneNumberOneWinsAndTheOtherReadsWhy() throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                String wanted = Identities.memberNumber(2020);
                CyclicBarrier gun = new CyclicBarrier(2);
                List<Future<Outcome<Registration>>> running = new ArrayList<>();
                for (int i = 0; i < 2; i++) {
                    Caller.OwnAccount member = people.someoneRegistered();
                    Profile profile = aProfile().numbered(wanted).build();
                    running.add(two.submit(() -> {
                        gun.await();
                        return registrations.submit(member, profile);
                    }));
                }
                List<Outcome<Registration>> ends = new ArrayList<>();
                for (Future<Outcome<Registration>> one : running) {
                    ends.add(one.get());
                }
                assertThat(ends).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
                Refusal why = ends.stream()
                        .filter(Outcome.Refused.class::isInstance)
                        .map(end -> ((Outcome.Refused<Registration>) end).first())
                        .findFirst()
                        .orElseThrow();
                assertThat(why.code()).isEqualTo("MEMBER_NUMBER_TAKEN");
                assertThat(why.field()).isEqualTo("memberNumber");
                assertThat(why.text()).contains("另一份待审核的报到").doesNotContain("139");
            }
        } finally {
            two.shutdownNow();
        }
    }

    @Test
    @DisplayName("§2.2 G8 reserved while the registration is open, free when it is withdrawn")
    void withdrawingSetsTheNumberFree() {
        Caller.OwnAccount first = people.someoneRegistered();
        value(registrations.submit(first, aProfile().numbered(number).build()));
        assertThat(held()).containsExactly("RESERVED");
        assertThat(wantedBySomeoneElse()).isEqualTo("MEMBER_NUMBER_TAKEN");
        value(registrations.withdraw(first));
        assertThat(held()).isEmpty();
    }

    @Test
    @DisplayName("§2.2 G8 free when it is returned")
    void returningSetsTheNumberFree() {
        Registration submitted = people.someoneSubmitted(aProfile().numbered(number));
        long task = people.openTaskOf(submitted);
        value(reviews.decideOnPhone(ZHANG_SAN, task, new Decision.SendBack(ReturnReason.MEMBER_NUMBER_WRONG)));
        assertThat(held()).isEmpty();
        people.someoneSubmitted(aProfile().numbered(number));
    }

    @Test
    @DisplayName("§2.2 G8 used for good once approved")
    void approvingUsesTheNumberForGood() {
        Registration submitted = people.someoneSubmitted(aProfile().numbered(number), Result.MATCH);
        long task = people.openTaskOf(submitted);
        value(reviews.decideOnPhone(ZHANG_SAN, task, new Decision.Approve()));
        assertThat(held()).containsExactly("USED");
        assertThat(wantedBySomeoneElse()).isEqualTo("MEMBER_NUMBER_TAKEN");
    }

    @Test
    @DisplayName("§2.2 G9 outside our ledger a number is accepted and marked unverified")
    void outsideTheLedgerItIsAcceptedAsUnverified() {
        Registration submitted = people.someoneSubmitted(aProfile().numbered("202033" + number.substring(6)));
        RegistrationBook.Sheet sheet = book.sheet(submitted.id()).orElseThrow();
        assertThat(sheet.cautions()).containsExactly(Caution.NUMBER_OTHER_PROVINCE, Caution.NUMBER_UNVERIFIED);
        assertThat(sheet.caution()).isEqualTo(Caution.NUMBER_OTHER_PROVINCE.text());
    }

    @Test
    @DisplayName("§2.1 N1 one number, however it was spaced")
    void spacesMakeNoOtherNumber() {
        people.someoneSubmitted(aProfile().numbered(number));
        Caller.OwnAccount other = people.someoneRegistered();
        String spaced = number.substring(0, 4) + " " + number.substring(4);
        assertThat(refusalOf(
                        registrations.submit(other, aProfile().numbered(spaced).build())))
                .isEqualTo("MEMBER_NUMBER_TAKEN");
    }

    @Test
    @DisplayName("§2.1 N5 N6 members without a number don't meet")
    void membersWithoutANumberDoNotMeet() {
        people.someoneSubmitted(
                aProfile().bornOn(LocalDate.of(2001, 1, 1)).joined("2016-05").numbered(null));
        people.someoneSubmitted(
                aProfile().bornOn(LocalDate.of(2001, 1, 1)).joined("2016-05").numbered(null));
        assertThat(database.queryForObject("SELECT COUNT(*) FROM number_use WHERE number = ''", Integer.class))
                .isZero();
    }

    private String wantedBySomeoneElse() {
        Caller.OwnAccount other = people.someoneRegistered();
        return refusalOf(registrations.submit(other, aProfile().numbered(number).build()));
    }

    private List<String> held() {
        return database.queryForList("SELECT state FROM number_use WHERE number = ?", String.class, number);
    }
}

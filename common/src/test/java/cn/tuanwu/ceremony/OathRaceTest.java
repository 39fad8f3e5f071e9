package cn.tuanwu.ceremony;

import static cn.tuanwu.support.People.LI_SI;
import static cn.tuanwu.support.People.ZHANG_SAN;
import static cn.tuanwu.support.People.refusalOf;
import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.support.House;
import cn.tuanwu.support.People;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two nodes want the same members. */
@Tag("transfers")
class OathRaceTest {
    private static final int ROUNDS = 12;

    /** Break: leave FOR UPDATE out of OathRows.lock; with the key of ceremony_oath gone too, a member has two oaths. */
    @Test
    void ofTwoNodesThatWantOneMembersOathOneHasItAndTheOtherReadsWhy() throws IOException {
        try (House house = new House()) {
            ConfigurableApplicationContext one = house.node();
            ConfigurableApplicationContext two = house.node();
            People people = one.getBean(People.class);
            JdbcTemplate database = one.getBean(JdbcTemplate.class);
            for (int round = 0; round < ROUNDS; round++) {
                long wanted = people.someoneApproved(aProfile(), ZHANG_SAN).id();
                long mine = people.someoneApproved(aProfile(), ZHANG_SAN).id();
                PictureDesk pictures = one.getBean(PictureDesk.class);
                Wish first = Ceremonies.of(List.of(mine, wanted), List.of(Ceremonies.photo(pictures, ZHANG_SAN)))
                        .wish();
                Wish second = Ceremonies.of(List.of(wanted), List.of(Ceremonies.photo(pictures, LI_SI)))
                        .wish();
                List<Outcome<?>> both = atOnce(
                        () -> one.getBean(CeremonyDesk.class).record(ZHANG_SAN, first),
                        () -> two.getBean(CeremonyDesk.class).record(LI_SI, second));
                List<Outcome<?>> refused =
                        both.stream().filter(Outcome.Refused.class::isInstance).toList();
                assertThat(refused).hasSize(1);
                assertThat(refusalOf(refused.get(0))).isEqualTo("CEREMONY_OATH_TAKEN");
                assertThat(count(database, "ceremony_oath WHERE registration_id = " + wanted))
                        .isEqualTo(1);
                assertThat(count(database, "ceremony_oath WHERE registration_id = " + mine))
                        .as("the loser left nothing half")
                        .isEqualTo(both.get(0) instanceof Outcome.Done ? 1 : 0);
            }
            assertThat(count(database, "ceremony")).isEqualTo(ROUNDS);
            assertThat(database.queryForObject(
                            "SELECT SUM(members) FROM oath_count WHERE organisation_id = 1 AND taken = 1", Long.class))
                    .isEqualTo(count(database, "ceremony_oath"));
        }
    }

    private static List<Outcome<?>> atOnce(Supplier<Outcome<?>> one, Supplier<Outcome<?>> other) {
        CompletableFuture<Outcome<?>> elsewhere = CompletableFuture.supplyAsync(other);
        return List.of(one.get(), elsewhere.join());
    }

    private static long count(JdbcTemplate database, String what) {
        return database.queryForObject("SELECT COUNT(*) FROM " + what, Long.class);
    }
}

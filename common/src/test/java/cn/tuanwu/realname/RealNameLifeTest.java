package cn.tuanwu.realname;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.kernel.Blind;
import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Seal;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.push.Next;
import cn.tuanwu.push.PushDesk;
import cn.tuanwu.realname.RealName.Result;
import cn.tuanwu.realname.RealName.State;
import cn.tuanwu.support.FreshDatabase;
import cn.tuanwu.support.Identities;
import cn.tuanwu.support.RoomsUnderTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.env.MockEnvironment;

/** Whatever the provider says, in whatever order, whoever asks: product §4, field research §2.4 R8–R10, R13. */
@Tag("registration")
class RealNameLifeTest {
    private static final int PER_PERSON = 3;
    private static final int PER_DAY = 4;
    private static final List<String> DOTS = List.of("\u00B7", "\u2022", "\u30FB", "\uFF0E", ".");

    private static final AtomicInteger WORLDS = new AtomicInteger();
    private static ConfigurableApplicationContext rooms;

    @BeforeContainer
    static void start() {
        rooms = new SpringApplicationBuilder(RoomsUnderTest.class)
                .web(WebApplicationType.NONE)
                .initializers(new FreshDatabase())
                .run();
    }

    @AfterContainer
    static void stop() {
        rooms.close();
    }

    /**
     * Breaks: let RealNameBudget.take answer true; let RealNameDesk.begin hash the name as typed; let Recheck.atMost answer
     * the pause.
     */
    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    @Label("§2.4 R8 R9 R10 R13 settled in three days, within the budget, no failed pair again")
    void aCheckIsSettledInThreeDaysWithinItsBudgetAndAFailedPairIsNeverSentAgain(
            @ForAll("answers") List<Result> answers, @ForAll("wishes") List<Wish> wishes) {
        World world = new World(answers);
        for (Wish wish : wishes) {
            world.submits(wish);
            world.livesFor(Duration.ofMinutes(wish.minutes));
        }
        world.livesFor(Duration.ofHours(80));
        world.restarts();
        wishes.forEach(world::submits);
        world.livesFor(Duration.ofHours(80));
        assertThat(world.open).as("all is settled").isEmpty();
    }

    @Provide
    Arbitrary<List<Result>> answers() {
        return Arbitraries.of(Result.class).list().ofMinSize(1).ofMaxSize(40);
    }

    @Provide
    Arbitrary<List<Wish>> wishes() {
        Arbitrary<Integer> some = Arbitraries.integers().between(0, 2);
        return Combinators.combine(
                        some,
                        some,
                        some,
                        Arbitraries.of(DOTS),
                        Arbitraries.integers().between(0, 3000))
                .as(Wish::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    record Wish(int account, int person, int name, String dot, int minutes) {
        String text() {
            return List.of("欧阳明", "𬱖" + dot + "阿卜杜拉", "阿依" + dot + "古丽").get(name);
        }
    }

    /** A desk of its own whose clock a test turns, and a provider that answers from a list, round and round. */
    private static final class World extends Clock implements RealNameProvider {
        private final List<Result> answers;
        private final List<ResidentId> people = List.of(
                new ResidentId(Identities.residentId(LocalDate.of(2004, 5, 6))),
                new ResidentId(Identities.residentId(LocalDate.of(2005, 5, 6))),
                new ResidentId(Identities.residentId(LocalDate.of(2006, 5, 6))));
        private final long accounts = rooms.getBean(Ids.class).next();
        private final Map<Long, Instant> open = new HashMap<>();
        private final Map<Long, Instant> begun = new HashMap<>();
        private final Set<String> failed = new HashSet<>();
        private final Map<String, Integer> paid = new HashMap<>();
        private final Map<Long, List<String>> spellings = new HashMap<>();
        private long asking;
        private String askedBy;
        private final Map<Long, Wish> first = new HashMap<>();
        private int calls;
        private Instant now = Instant.parse("2026-09-01T01:00:00Z");
        private RealNameDesk desk;

        World(List<Result> answers) {
            this.answers = answers;
            // Each world's days are its own: what all together may cost starts anew.
            now = now.plus(Duration.ofDays(60L * WORLDS.incrementAndGet()));
            restarts();
        }

        void restarts() {
            MockEnvironment settings = new MockEnvironment()
                    .withProperty("TUANWU_REALNAME_PER_DAY", "" + PER_PERSON)
                    .withProperty("TUANWU_REALNAME_TOTAL_PER_DAY", "" + PER_DAY);
            Blind blind = rooms.getBean(Blind.class);
            Tx tx = rooms.getBean(Tx.class);
            RealNameBudget budget =
                    new RealNameBudget(rooms.getBean(RealNameBudget.Rows.class), blind, this, tx, settings);
            desk = new RealNameDesk(
                    rooms.getBean(RealNameRows.class),
                    budget,
                    rooms.getBean(PushDesk.class),
                    rooms,
                    rooms.getBean(Seal.class),
                    blind,
                    rooms.getBean(Ids.class),
                    this,
                    tx,
                    settings);
        }

        void submits(Wish wish) {
            PersonName name = PersonName.read(wish.text()).orElseThrow();
            RealName check = rooms.getBean(Tx.class)
                    .write(() -> desk.begin(name, people.get(wish.person), accounts + wish.account));
            if (begun.putIfAbsent(check.id(), now) == null) {
                open.put(check.id(), now);
                first.put(check.id(), wish);
            }
        }

        void livesFor(Duration time) {
            Instant end = now.plus(time);
            while (true) {
                Map.Entry<Long, Instant> due = open.entrySet().stream()
                        .min(Map.Entry.comparingByValue())
                        .orElse(null);
                if (due == null || due.getValue().isAfter(end)) {
                    now = end;
                    return;
                }
                now = due.getValue().isAfter(now) ? due.getValue() : now;
                works(due.getKey());
            }
        }

        private void works(long id) {
            asking = id;
            askedBy = "account " + first.get(id).account;
            Next next = desk.work(id, this);
            if (next instanceof Next.Later later) {
                assertThat(later.after())
                        .isPositive()
                        .isLessThanOrEqualTo(Duration.ofHours(24).plusMinutes(30));
                open.put(id, now.plus(later.after()));
                return;
            }
            open.remove(id);
            State state = desk.find(id).orElseThrow().state();
            assertThat(state).isIn(State.PASSED, State.FAILED);
            assertThat(Duration.between(begun.get(id), now)).isLessThanOrEqualTo(Recheck.DEADLINE);
            if (state == State.FAILED) {
                failed.add(pair(first.get(id)));
            }
        }

        private String pair(Wish wish) {
            return wish.name + " of " + wish.person;
        }

        @Override
        public Result check(PersonName name, ResidentId number) {
            Result said = answers.get(calls++ % answers.size());
            assertThat(failed).as("never again").doesNotContain(pair(first.get(asking)));
            if (said == Result.ERROR) {
                return said;
            }
            String day = ChinaTime.date(now) + " ";
            assertThat(paid.merge(day + askedBy, 1, Integer::sum)).isLessThanOrEqualTo(PER_PERSON);
            assertThat(paid.merge(day + number.number(), 1, Integer::sum)).isLessThanOrEqualTo(PER_PERSON);
            assertThat(paid.merge(day + "all", 1, Integer::sum)).isLessThanOrEqualTo(PER_DAY);
            List<String> asked = spellings.computeIfAbsent(asking, any -> new ArrayList<>());
            asked.add(name.text());
            assertThat(asked).hasSizeLessThanOrEqualTo(Recheck.MOST_ANSWERS);
            if (first.get(asking).name > 0 && asked.size() <= DOTS.size()) {
                assertThat(asked).as("each re-check tries another dot").doesNotHaveDuplicates();
            }
            return said;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}

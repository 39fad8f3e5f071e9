package cn.tuanwu.form;

import static cn.tuanwu.form.Papers.paper;
import static cn.tuanwu.support.People.CHEN_JING;
import static cn.tuanwu.support.People.LI_SI;
import static cn.tuanwu.support.People.ZHANG_SAN;
import static cn.tuanwu.support.People.refusalOf;
import static cn.tuanwu.support.People.value;
import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.access.Caller;
import cn.tuanwu.form.FormDesk.Incoming;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.ReturnReason;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.support.People;
import cn.tuanwu.support.RoomTest;
import cn.tuanwu.support.Seats;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whoever does what in whatever order, or at once: one formal form a member, none lost, and the history says what happened. */
@RoomTest
@Tag("forms")
class FormLifeTest {
    private static final boolean FULL = "full".equals(System.getProperty("proof"));
    private static final int LIVES = FULL ? 40 : 4;
    private static final int MOVES = FULL ? 60 : 25;
    private static final int ROUNDS = FULL ? 60 : 5;
    private static final Decision APPROVE = new Decision.Approve();
    private static final Decision RETURN = new Decision.SendBack(ReturnReason.STAMP_MISSING);

    @Autowired
    FormDesk forms;

    @Autowired
    ReviewDesk reviews;

    @Autowired
    People people;

    @Autowired
    Seats seats;

    @Autowired
    JdbcTemplate database;

    /** What is expected of one member: the states of all their forms, oldest first, and who handed in the one that waits. */
    private static final class Model {
        final List<Form.State> states = new ArrayList<>();
        Caller.Staff waitingOf;

        void replaceLast(Form.State state) {
            states.set(states.size() - 1, state);
            waitingOf = null;
        }
    }

    /** Break: leave rows.replace out of Replacement.approve, or take "AND state = 'WAITING'" out of FormRows.end. */
    @Test
    void randomLivesEndAsTheModelSays() {
        for (int life = 0; life < LIVES; life++) {
            Random random = new Random(life);
            long member = someone().id();
            Model model = new Model();
            for (int move = 0; move < MOVES; move++) {
                step(random, member, model);
                assertThat(states(member)).as("life %d, move %d", life, move).isEqualTo(model.states);
            }
            assertThat(filed(member)).isEqualTo(model.states.size());
        }
    }

    private void step(Random random, long member, Model model) {
        Caller.Staff actor = random.nextBoolean() ? ZHANG_SAN : LI_SI;
        switch (random.nextInt(5)) {
            case 0, 1 -> file(actor, member, model);
            case 2 -> decide(member, model, APPROVE, Form.State.FORMAL);
            case 3 -> decide(member, model, RETURN, Form.State.RETURNED);
            default -> withdraw(actor, member, model);
        }
    }

    private void file(Caller.Staff actor, long member, Model model) {
        Outcome<Form> filed = forms.file(actor, member, paper());
        if (model.waitingOf != null) {
            assertThat(refusalOf(filed)).isEqualTo("FORM_WAITING");
        } else if (model.states.isEmpty()) {
            model.states.add(value(filed).state());
        } else {
            model.states.add(value(filed).state());
            model.waitingOf = actor;
        }
    }

    private void decide(long member, Model model, Decision decision, Form.State end) {
        List<Long> open = tasks(member);
        assertThat(open).hasSize(model.waitingOf == null ? 0 : 1);
        if (!open.isEmpty()) {
            value(reviews.decideOnPhone(CHEN_JING, open.get(0), decision));
            if (end == Form.State.FORMAL) {
                model.states.replaceAll(state -> state == Form.State.FORMAL ? Form.State.REPLACED : state);
            }
            model.replaceLast(end);
        }
    }

    private void withdraw(Caller.Staff actor, long member, Model model) {
        List<Form> history = forms.history(actor, member);
        if (!history.isEmpty()) {
            Outcome<Form> withdrawn = forms.withdraw(actor, history.get(0).id());
            if (actor.equals(model.waitingOf)) {
                assertThat(value(withdrawn).state()).isEqualTo(Form.State.WITHDRAWN);
                model.replaceLast(Form.State.WITHDRAWN);
            } else {
                assertThat(refusalOf(withdrawn)).isIn("FORM_NOT_YOURS", "FORM_MOVED_ON");
            }
        }
    }

    /** Break: take the lock out of Filing.settle and the unique keys form_formal and form_waiting out of V80. */
    @Test
    void ofManyFirstOnesAtOnceOneIsFormalAndOneWaits() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            long member = someone().id();
            List<Outcome<?>> outcomes = atOnce(IntStream.range(0, 6)
                    .<Callable<Outcome<?>>>mapToObj(
                            one -> () -> forms.file(one % 2 == 0 ? ZHANG_SAN : LI_SI, member, paper()))
                    .toList());
            assertThat(outcomes.stream().filter(Outcome.Done.class::isInstance)).hasSize(2);
            assertThat(outcomes.stream()
                            .filter(Outcome.Refused.class::isInstance)
                            .map(People::refusalOf))
                    .containsOnly("FORM_WAITING");
            assertThat(states(member)).containsExactly(Form.State.FORMAL, Form.State.WAITING);
            assertThat(tasks(member)).hasSize(1);
        }
    }

    /** Break: take the keys form_live_original and form_live_content out of V80. */
    @Test
    void twoMembersNeverHaveTheSameBytes() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            long one = someone().id();
            long other = someone().id();
            Incoming paper = paper();
            List<Outcome<?>> outcomes = atOnce(List.of(
                    () -> forms.file(ZHANG_SAN, one, paper),
                    () -> forms.file(LI_SI, other, paper),
                    () -> forms.file(LI_SI, one, paper),
                    () -> forms.file(ZHANG_SAN, other, paper)));
            assertThat(outcomes.stream().filter(Outcome.Done.class::isInstance)).hasSize(1);
            assertThat(outcomes.stream()
                            .filter(Outcome.Refused.class::isInstance)
                            .map(People::refusalOf))
                    .isSubsetOf("FORM_SAME_BYTES", "FORM_OF_ANOTHER");
            assertThat(states(one).size() + states(other).size()).isEqualTo(1);
        }
    }

    /** Break: take "AND state = 'WAITING'" out of FormRows.end and "AND state = 'OPEN'" out of ReviewTaskRows.decide. */
    @Test
    void ofTwoDecisionsAndAWithdrawalAtOnceOneHappens() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            long member = someone().id();
            value(forms.file(LI_SI, member, paper()));
            Form waiting = value(forms.file(ZHANG_SAN, member, paper()));
            long task = tasks(member).get(0);
            List<Outcome<?>> outcomes = atOnce(List.of(
                    () -> reviews.decideOnPhone(CHEN_JING, task, APPROVE),
                    () -> reviews.decideAtConsole(seats.reviewer(Seats.MATHS), task, RETURN),
                    () -> forms.withdraw(ZHANG_SAN, waiting.id())));
            assertThat(outcomes.stream().filter(Outcome.Done.class::isInstance)).hasSize(1);
            boolean approved = outcomes.get(0) instanceof Outcome.Done;
            boolean returned = outcomes.get(1) instanceof Outcome.Done;
            assertThat(states(member))
                    .containsExactly(
                            approved ? Form.State.REPLACED : Form.State.FORMAL,
                            approved ? Form.State.FORMAL : returned ? Form.State.RETURNED : Form.State.WITHDRAWN);
            assertThat(tasks(member)).isEmpty();
        }
    }

    private static List<Outcome<?>> atOnce(List<Callable<Outcome<?>>> all) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(all.size());
        try {
            List<Outcome<?>> outcomes = new ArrayList<>();
            for (Future<Outcome<?>> one : threads.invokeAll(all)) {
                outcomes.add(one.get());
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }

    private Registration someone() {
        return people.someoneApproved(aProfile(), ZHANG_SAN);
    }

    private List<Form.State> states(long member) {
        return database.queryForList(
                "SELECT state FROM form WHERE registration_id = ? ORDER BY edition", Form.State.class, member);
    }

    private List<Long> tasks(long member) {
        return database.queryForList(
                "SELECT id FROM review_task WHERE registration_id = ? AND kind = 'FORM' AND state = 'OPEN'",
                Long.class,
                member);
    }

    private long filed(long member) {
        return database.queryForObject(
                "SELECT COUNT(*) FROM audit a JOIN form f ON f.id = a.subject_id WHERE a.action = 'form.filed'"
                        + " AND f.registration_id = ?",
                Long.class,
                member);
    }
}

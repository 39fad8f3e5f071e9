package cn.tuanwu.form;

import static cn.tuanwu.form.Papers.paper;
import static cn.tuanwu.support.People.LI_SI;
import static cn.tuanwu.support.People.ZHANG_SAN;
import static cn.tuanwu.support.People.refusalOf;
import static cn.tuanwu.support.People.value;
import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.tuanwu.file.FileStore;
import cn.tuanwu.form.FormDesk.Incoming;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.support.FaultyStore;
import cn.tuanwu.support.People;
import cn.tuanwu.support.RoomTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A store that fails, stalls or loses an answer never changes which form a member has. */
@RoomTest
@Tag("forms")
class FormStoreTest {

    @Autowired
    FormDesk forms;

    @Autowired
    FormRows rows;

    @Autowired
    Deposit deposit;

    @Autowired
    Tx tx;

    @Autowired
    FaultyStore store;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate database;

    private Registration member;
    private Form formal;

    @BeforeEach
    void someoneWithAForm() {
        member = people.someoneApproved(aProfile(), ZHANG_SAN);
        formal = value(forms.file(ZHANG_SAN, member.id(), paper()));
    }

    @AfterEach
    void heal() {
        store.heal();
    }

    /** Break: settle before the store has answered in Filing.file. */
    @Test
    void aStoreThatFailsChangesNothingAndTryingAgainWorks() {
        Incoming paper = paper();
        store.failNext(1);
        assertThat(refusalOf(forms.file(LI_SI, member.id(), paper))).isEqualTo("FORM_STORAGE_DOWN");
        nothingChanged();
        store.loseNextAnswers(1);
        assertThat(refusalOf(forms.file(LI_SI, member.id(), paper))).isEqualTo("FORM_STORAGE_DOWN");
        nothingChanged();
        assertThat(value(forms.file(LI_SI, member.id(), paper)).state()).isEqualTo(Form.State.WAITING);
        assertThat(orphans()).isEmpty();
    }

    /** Break: wait for the store without an end in Deposit.waitFor. */
    @Test
    void aStoreThatStallsIsOneThatIsDown() {
        store.stall();
        assertThat(refusalOf(forms.file(LI_SI, member.id(), paper()))).isEqualTo("FORM_STORAGE_DOWN");
        nothingChanged();
        int before = store.list("form/", "", 10_000).size();
        store.heal();
        Awaitility.await().until(() -> store.list("form/", "", 10_000).size() > before);
        assertThat(rowsLeft()).as("what came too late has no row").isEmpty();
        sweptAt(Duration.ofHours(25));
        assertThat(orphans()).isEmpty();
        assertThat(store.get(Form.key(formal.id()))).isPresent();
    }

    /** Break: leave stranded() or dropOrphans() out of SweepDesk.sweep. */
    @Test
    void whatAStoppedNodeLeavesIsSwept() {
        long stranded = stranded();
        store.put(Form.key(stranded), new byte[] {1}, "application/pdf");
        store.put("form/999.pdf", new byte[] {2}, "application/pdf");
        sweptAt(Duration.ofMinutes(30));
        assertThat(rowsLeft()).containsExactly(stranded);
        assertThat(orphans()).containsExactly("form/999.pdf");
        store.goDown();
        sweptAt(Duration.ofMinutes(90));
        assertThat(rowsLeft()).isEmpty();
        store.heal();
        sweptAt(Duration.ofMinutes(90));
        assertThat(orphans()).as("young files may still get their form").hasSize(2);
        sweptAt(Duration.ofHours(25));
        assertThat(orphans()).isEmpty();
        assertThat(store.get(Form.key(formal.id()))).isPresent();
    }

    /** Break: take "AND state = 'STORING'" out of FormRows.settle. */
    @Test
    void whoWasSweptIsNotFiledAfterwards() {
        long stranded = stranded();
        sweptAt(Duration.ofHours(2));
        assertThat(rows.settle(stranded, member.id(), Form.State.WAITING)).isZero();
        FormRow waiting = row();
        tx.run(() -> rows.insert(waiting));
        assertThat(rows.settle(waiting.id, member.id(), Form.State.WAITING)).isEqualTo(1);
        assertThat(rows.settle(waiting.id, member.id(), Form.State.FORMAL)).isZero();
        assertThat(rows.discard(waiting.id)).isZero();
    }

    @Test
    void aPageOfAFormTheStoreDoesNotGiveIsRefusedWithASentence() {
        store.goDown();
        assertThat(refusalOf(forms.page(LI_SI, formal.id(), 1, 800))).isEqualTo("FORM_STORAGE_DOWN");
    }

    private void nothingChanged() {
        assertThat(forms.history(LI_SI, member.id()))
                .extracting(Form::id, Form::state)
                .containsExactly(tuple(formal.id(), Form.State.FORMAL));
        assertThat(rowsLeft()).isEmpty();
        assertThat(database.queryForObject(
                        "SELECT COUNT(*) FROM review_task WHERE kind = 'FORM' AND registration_id = ?",
                        Long.class,
                        member.id()))
                .isZero();
    }

    /** As a node leaves it that died while it stored. */
    private long stranded() {
        FormRow row = row();
        tx.run(() -> rows.insert(row));
        return row.id;
    }

    private FormRow row() {
        FormRow row = new FormRow();
        row.id = System.nanoTime();
        row.registrationId = member.id();
        row.pages = 1;
        row.bytes = 1;
        row.source = Form.Source.DESK;
        row.originalHash = FilingRules.hash(Long.toString(row.id).getBytes());
        row.contentHash = row.originalHash;
        row.filedBy = "staff:201";
        row.filedName = "张三";
        row.filedAt = Instant.now();
        return row;
    }

    private void sweptAt(Duration later) {
        Clock then = Clock.offset(Clock.systemUTC(), later);
        new SweepDesk(rows, store, deposit, then, tx).sweep();
    }

    private List<Long> rowsLeft() {
        return database.queryForList("SELECT id FROM form WHERE state = 'STORING'", Long.class);
    }

    private List<String> orphans() {
        List<String> known = database.queryForList("SELECT CONCAT('form/', id, '.pdf') FROM form", String.class);
        return store.list("form/", "", 10_000).stream()
                .map(FileStore.Kept::key)
                .filter(key -> !known.contains(key))
                .toList();
    }
}

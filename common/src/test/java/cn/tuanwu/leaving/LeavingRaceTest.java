package cn.tuanwu.leaving;

import static cn.tuanwu.support.People.ZHANG_SAN;
import static cn.tuanwu.support.People.value;
import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.registration.EditDesk;
import cn.tuanwu.registration.Profile;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.support.House;
import cn.tuanwu.support.People;
import cn.tuanwu.support.Seats;
import cn.tuanwu.transfer.Transfer;
import cn.tuanwu.transfer.TransferDesk;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A branch lets a member leave on one node while the member, or somebody who decides, does something else on another. */
@Tag("transfers")
class LeavingRaceTest {
    private static final int ROUNDS = "full".equals(System.getProperty("proof")) ? 1_000 : 12;
    private static final Decision APPROVE = new Decision.Approve();

    private House house;
    private ConfigurableApplicationContext one;
    private ConfigurableApplicationContext other;
    private JdbcTemplate database;
    private People people;

    @BeforeEach
    void twoNodesStart() throws IOException {
        house = new House();
        one = house.node();
        other = house.node();
        database = one.getBean(JdbcTemplate.class);
        people = one.getBean(People.class);
    }

    @AfterEach
    void theyStop() {
        house.close();
    }

    /**
     * Break: in DepartureRows.leave, leave out transferring; in RegistrationRows.beginTransfer, leave out leaving; in
     * EditRows.end, leave out the state; in EditOpening.open, read the row anew (-Dproof=full).
     */
    @Test
    @DisplayName("§10 leaving against a transfer, an edit and its decision: one wins wholly, nothing is counted twice")
    void oneWinsWholly() throws Exception {
        AgeDesk ages = one.getBean(AgeDesk.class);
        LeavingDesk leavings = one.getBean(LeavingDesk.class);
        Caller.Reviewer maths = one.getBean(Seats.class).reviewer(Seats.MATHS);
        ExecutorService crowd = Executors.newFixedThreadPool(3);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                Registration member = people.someoneApproved(
                        aProfile()
                                .bornOn(ChinaTime.date(Instant.now())
                                        .minusYears(28)
                                        .minusDays(1 + round)),
                        ZHANG_SAN);
                Caller.OwnAccount owner = new Caller.OwnAccount(member.accountId());
                List<Callable<Object>> deeds = new ArrayList<>();
                boolean decided = round % 3 == 2;
                if (decided) {
                    value(change(one, owner));
                    long task = people.openTaskOf(member);
                    deeds.add(() -> other.getBean(ReviewDesk.class).decideOnPhone(ZHANG_SAN, task, APPROVE));
                } else {
                    deeds.add(round % 3 == 0 ? () -> transfer(other, owner) : () -> change(other, owner));
                }
                deeds.add(() -> ages.leave(maths, member.id()));
                if (round % 2 == 0) {
                    deeds.add(() -> leavings.ask(owner, "想退出"));
                }
                for (Future<Object> deed : crowd.invokeAll(deeds)) {
                    deed.get();
                }
                assertThat(broken()).as("round " + round).isEmpty();
            }
        } finally {
            crowd.shutdownNow();
        }
        assertThat(number("SELECT COUNT(*) FROM registration WHERE state = 'LEFT_AT_28'"))
                .isPositive();
    }

    private static Object transfer(ConfigurableApplicationContext node, Caller.OwnAccount owner) {
        return node.getBean(TransferDesk.class)
                .start(
                        owner,
                        new cn.tuanwu.transfer.Wish(
                                Transfer.Kind.INSIDE, Transfer.Reason.STUDY, null, "南岭大学", 1002L, null));
    }

    private static cn.tuanwu.kernel.Outcome<Registration> change(
            ConfigurableApplicationContext node, Caller.OwnAccount owner) {
        return node.getBean(EditDesk.class)
                .change(owner, new JsonMapper().convertValue(Map.of("income", "5"), Profile.class));
    }

    /** What is true of a house at any moment; each finds what breaks it. */
    private List<String> broken() {
        Map<String, String> rules = Map.of(
                "who left is no member, and nothing of theirs is under way",
                "SELECT r.id FROM registration r WHERE r.state LIKE 'LEFT%' AND (r.transferring = 1 OR r.left_at IS NULL"
                        + " OR EXISTS (SELECT 1 FROM member m WHERE m.registration_id = r.id)"
                        + " OR EXISTS (SELECT 1 FROM transfer t WHERE t.open_of = r.id)"
                        + " OR EXISTS (SELECT 1 FROM registration_edit e WHERE e.live_registration = r.id)"
                        + " OR EXISTS (SELECT 1 FROM review_task k WHERE k.registration_id = r.id AND k.state = 'OPEN'))",
                "who is a member has the row of one",
                "SELECT r.id FROM registration r WHERE r.state IN ('APPROVED', 'EDIT_PENDING', 'EDIT_RETURNED')"
                        + " AND NOT EXISTS (SELECT 1 FROM member m WHERE m.registration_id = r.id)",
                "the record is held exactly while a wish is open",
                "SELECT r.id FROM registration r LEFT JOIN leaving_request q ON q.open_of = r.id"
                        + " WHERE (q.id IS NULL) = (r.leaving = 1)",
                "a line stands once for the branch and each organisation above, with the right standing",
                "SELECT r.id FROM registration r JOIN leaving_line l ON l.registration_id = r.id"
                        + " WHERE (l.standing = 'LEFT') <> (r.state LIKE 'LEFT%')",
                "the counters count the lines",
                "SELECT o.id FROM organisation o WHERE COALESCE((SELECT SUM(c.members) FROM member_count c"
                        + " WHERE c.organisation_id = o.id), 0) <> (SELECT COUNT(*) FROM member_line l"
                        + " WHERE l.organisation_id = o.id)");
        List<String> broken = new ArrayList<>();
        rules.forEach(
                (rule, sql) -> database.queryForList(sql, Long.class).forEach(id -> broken.add(rule + ": " + id)));
        return broken;
    }

    private long number(String sql) {
        return database.queryForObject(sql, Long.class);
    }
}

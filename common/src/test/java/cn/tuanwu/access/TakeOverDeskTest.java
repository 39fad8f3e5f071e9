package cn.tuanwu.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.org.TreeDesk;
import cn.tuanwu.org.Trees;
import cn.tuanwu.support.People;
import cn.tuanwu.support.RoomTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A code from above makes somebody the account of an organisation, once. */
@RoomTest
@Tag("console")
class TakeOverDeskTest {
    private static final String PASSWORD = "riverside-Birch-42";

    @Autowired
    TakeOverDesk takeOvers;

    @Autowired
    OrgAccounts accounts;

    @Autowired
    OrgDesk organisations;

    @Autowired
    TreeDesk tree;

    @Autowired
    JdbcTemplate database;

    Organisation committee;

    @BeforeEach
    void found() {
        committee = new Trees(tree, database).plant(100, Organisation.Kind.GENERAL_BRANCH);
    }

    // Break: in TakeOverRows.endAdmins, end none.
    @Test
    void theNewAccountSignsInAndTheFormerOneEndsAtOnce() {
        People.value(takeOver(code(), "first-" + committee.id()));
        long former = signIn("first-" + committee.id());
        assertThat(seat(former).role()).isEqualTo(Seat.Role.ADMIN);
        People.value(takeOver(code(), "second-" + committee.id()));
        assertThat(accounts.find(former)).isEmpty();
        assertThat(People.refusalOf(accounts.prove("first-" + committee.id(), PASSWORD)))
                .isEqualTo("LOGIN_FAILED");
        assertThat(seat(signIn("second-" + committee.id())).organisation()).isEqualTo(committee);
        People.value(takeOver(code(), "first-" + committee.id()));
        assertThat(signIn("first-" + committee.id())).isNotEqualTo(former);
    }

    // Break: in TakeOverRows.use, leave out ended_at IS NULL.
    @Test
    void ofTwoWhoUseACodeAtOnceOneWins() {
        String code = code();
        List<TakeOverDesk.Judged> wishes = Stream.of("one-", "two-")
                .map(who -> People.value(judge(code, who + committee.id())))
                .toList();
        List<Outcome<Organisation>> outcomes =
                wishes.stream()
                        .map(wish -> CompletableFuture.supplyAsync(() -> takeOvers.redeem(wish)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();
        assertThat(outcomes.stream().filter(Outcome.Done.class::isInstance)).hasSize(1);
        assertThat(outcomes.stream().filter(Outcome.Refused.class::isInstance).map(People::refusalOf))
                .containsExactly("TAKE_OVER_FAILED");
        assertThat(database.queryForObject(
                        "SELECT COUNT(*) FROM org_account WHERE organisation_id = ? AND ended_at IS NULL",
                        Integer.class,
                        committee.id()))
                .isEqualTo(1);
    }

    // Break: in TakeOverDesk.issue, end no older code; in TakeOverRows.organisationOf, leave out expires_at.
    @Test
    void usedOldReplacedAndInventedCodesAreOneAnswer() {
        String replaced = code();
        String used = code();
        People.value(takeOver(used, "used-" + committee.id()));
        String old = code();
        database.update(
                "UPDATE take_over_code SET expires_at = '2020-01-01' WHERE organisation_id = ?", committee.id());
        assertThat(People.refusalOf(judge(old, "nobody"))).isEqualTo("TAKE_OVER_FAILED");
        String swapped = swapCase(code());
        for (String wrong : List.of(replaced, used, swapped, "ABCDEFGH", "")) {
            assertThat(takeOvers.judge(wrong, "nobody", PASSWORD, "somewhere " + wrong))
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.first().code()).isEqualTo("TAKE_OVER_FAILED"));
        }
    }

    // Break: in TakeOverDesk.LOGIN, leave out the eleven digits.
    @Test
    void aLoginMayNotReadAsAPhone() {
        String code = code();
        assertThat(People.refusalOf(judge(code, "13800138000"))).isEqualTo("LOGIN_INVALID");
        assertThat(judge(code, "1380013800")).isInstanceOf(Outcome.Done.class);
        assertThat(judge(code, "13800138000a")).isInstanceOf(Outcome.Done.class);
    }

    // Break: in TakeOverDesk.judge, count no wrong code.
    @Test
    void fiveWrongCodesSlowWhoTypesThemDown() {
        String right = code();
        for (int i = 0; i < 5; i++) {
            assertThat(People.refusalOf(takeOvers.judge("ABCDEFGH", "nobody", PASSWORD, "a guesser")))
                    .isEqualTo("TAKE_OVER_FAILED");
        }
        assertThat(People.refusalOf(takeOvers.judge(right, "nobody", PASSWORD, "a guesser")))
                .isEqualTo("LOGIN_SLOWED");
        assertThat(judge(right, "somebody")).isInstanceOf(Outcome.Done.class);
    }

    // Break: in TakeOverDesk.issue, leave out isBelow.
    @Test
    void aCodeIsMadeByASuperiorAndIsNotKept() {
        String code = code();
        assertThat(code).hasSize(8).doesNotContainPattern("[0O1lIoi]");
        assertThat(People.refusalOf(takeOvers.issue(admin(100), 100))).isEqualTo("ORGANISATION_UNKNOWN");
        assertThat(People.refusalOf(takeOvers.issue(admin(100), 101))).isEqualTo("ORGANISATION_UNKNOWN");
        assertThat(database.queryForList("SELECT * FROM take_over_code").toString())
                .doesNotContain(code);
    }

    private String code() {
        return People.value(takeOvers.issue(admin(100), committee.id())).code();
    }

    private Outcome<TakeOverDesk.Judged> judge(String code, String login) {
        return takeOvers.judge(code, login, PASSWORD, "somewhere");
    }

    private Outcome<Organisation> takeOver(String code, String login) {
        return takeOvers.redeem(People.value(judge(code, login)));
    }

    private long signIn(String login) {
        return People.value(accounts.prove(login, PASSWORD)).accountId();
    }

    private Seat seat(long account) {
        return accounts.find(account).orElseThrow();
    }

    private Caller.Admin admin(long organisation) {
        return new Caller.Admin(new Seat(
                "org-account:1", "数学学院团委", organisations.find(organisation).orElseThrow(), Seat.Role.ADMIN));
    }

    private static String swapCase(String code) {
        StringBuilder swapped = new StringBuilder();
        code.chars().forEach(c -> swapped.append((char) (Character.isLetter(c) ? c ^ 32 : c)));
        return swapped.toString().equals(code) ? "ABCDEFGH" : swapped.toString();
    }
}

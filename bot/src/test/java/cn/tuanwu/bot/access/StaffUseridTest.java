package cn.tuanwu.bot.access;

import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.Operator;
import cn.tuanwu.access.OperatorDesk;
import cn.tuanwu.access.Seat;
import cn.tuanwu.bot.support.BotTest;
import cn.tuanwu.bot.support.BotWorld;
import cn.tuanwu.bot.support.Calm;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.org.TreeDesk;
import cn.tuanwu.org.Trees;
import cn.tuanwu.review.CardDesk;
import cn.tuanwu.review.ReviewCard;
import cn.tuanwu.support.People;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Someone added by phone is looked up in WeChat Work; found, the open cards go out. */
@BotTest
@Tag("console")
class StaffUseridTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String LOOK_UP = "/cgi-bin/user/getuserid";

    @Autowired
    OperatorDesk operators;

    @Autowired
    OrgDesk organisations;

    @Autowired
    TreeDesk tree;

    @Autowired
    CardDesk cards;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate database;

    @Autowired
    Calm calm;

    @BeforeEach
    void forgetTheLastTest() {
        calm.afterTheLastTest();
    }

    // Break: in UseridDesk.bind, deal nothing; or in ReviewCardPush, send to nobody instead of closing the card.
    @Test
    void whoIsFoundGetsTheCardsThatWaited() {
        Organisation branch = new Trees(tree, database).plant(100, Organisation.Kind.BRANCH);
        long task = people.openTaskOf(people.someoneSubmitted(aProfile().inBranch(branch.id())));
        BotWorld.PLATFORMS.next(LOOK_UP, 200, "{\"errcode\":0,\"errmsg\":\"ok\",\"userid\":\"qianduo\"}", 300);
        Operator added = appoint(branch);
        await().atMost(SOON).until(() -> cards.find(task, added.staffId())
                .filter(card -> card.state() == ReviewCard.State.SENT)
                .isPresent());
        assertThat(BotWorld.PLATFORMS.calls(LOOK_UP)).hasSize(1);
        assertThat(operator(branch).userid()).isEqualTo("qianduo");
    }

    // Break: in StaffUseridPush, let 46004 be a failure like any other.
    @Test
    void whoIsUnknownThereIsShownAsSuch() {
        Organisation branch = new Trees(tree, database).plant(100, Organisation.Kind.BRANCH);
        BotWorld.PLATFORMS.nextRefuses(LOOK_UP, 46004);
        appoint(branch);
        await().atMost(SOON).until(() -> !operator(branch).sought());
        assertThat(operator(branch).userid()).isNull();
    }

    private Operator appoint(Organisation branch) {
        OperatorDesk.Candidate candidate =
                new OperatorDesk.Candidate(people.someoneRegistered().accountId(), "钱多");
        return People.value(operators.appoint(new Caller.Admin(seat()), branch.id(), candidate, Seat.Role.OPERATOR));
    }

    private Operator operator(Organisation branch) {
        return People.value(operators.of(new Caller.Viewer(seat()), branch.id())).get(0);
    }

    private Seat seat() {
        return new Seat("org-account:1", "数学学院团委", organisations.find(100).orElseThrow(), Seat.Role.ADMIN);
    }
}

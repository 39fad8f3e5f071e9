package cn.tuanwu.bot.crowd;

import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.Seat;
import cn.tuanwu.bot.support.BotWorld;
import cn.tuanwu.bot.support.FakePlatforms;
import cn.tuanwu.bot.support.Phones;
import cn.tuanwu.bot.support.Phones.Sealed;
import cn.tuanwu.invite.Invitation;
import cn.tuanwu.invite.InviteDesk;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.review.ReviewCard;
import cn.tuanwu.support.People;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Many people at once: members who scan and ask, colleagues who write, two operators who tap every card of many tasks; and
 * what must have come of it.
 */
@TestComponent
class Crowd {
    private static final Duration SOON = Duration.ofSeconds(300);
    private static final FakePlatforms PLATFORMS = BotWorld.PLATFORMS;

    private final Phones phones;
    private final People people;
    private final InviteDesk invitations;
    private final OrgDesk organisations;
    private final JdbcTemplate database;
    private Invitation invitation;
    private List<Long> tasks;
    private int scans;
    private int kept;

    Crowd(Phones phones, People people, InviteDesk invitations, OrgDesk organisations, JdbcTemplate database) {
        this.phones = phones;
        this.people = people;
        this.invitations = invitations;
        this.organisations = organisations;
        this.database = database;
    }

    /**
     * One event.
     *
     * @param chat who hears a line of text for it, on no other occasion; null for a tap
     */
    record Told(Sealed sealed, String chat) {}

    /** So many events in any order; one of 25 is a tap. */
    List<Told> gathers(int events, String name) {
        kept = database.queryForObject("SELECT COUNT(*) FROM inbox", Integer.class);
        invitation = People.value(invitations.issue(
                new Caller.Admin(new Seat(
                        "org-account:1", "数学学院团委", organisations.find(100).orElseThrow(), Seat.Role.ADMIN)),
                new InviteDesk.Wish(People.MATHS_2301, Invitation.Carrier.OA_TEMPORARY, 7, null)));
        tasks = tasksWithCards(Math.max(2, events / 50));
        PLATFORMS.forget();
        List<Told> told = new ArrayList<>();
        for (long task : tasks) {
            told.add(tap("zhangsan", task, People.ZHANG_SAN.staffId()));
            told.add(tap("lisi", task, People.LI_SI.staffId()));
        }
        scans = 0;
        while (told.size() < events) {
            told.add(someone(name + "-" + told.size(), told.size() % 10));
        }
        Collections.shuffle(told, new Random(events));
        return told;
    }

    private Told someone(String who, int which) {
        if (which < 5) {
            scans++;
            return new Told(phones.event(who, "SCAN", invitation.code()), who);
        }
        return which < 8
                ? new Told(phones.said(who, which == 5 ? "报到" : "怎么撤回"), who)
                : new Told(phones.saidAtWork(who, "待审核"), who);
    }

    private Told tap(String userid, long task, long staff) {
        return new Told(phones.tapped(userid, ReviewCard.platformTaskId(task, staff), "approve", null), null);
    }

    private List<Long> tasksWithCards(int count) {
        List<Long> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(people.openTaskOf(people.someoneSubmitted(aProfile())));
        }
        await().atMost(SOON).until(() -> count("review_card WHERE state = 'DUE'") == 0);
        await().atMost(SOON)
                .until(() -> count("outbox WHERE kind = 'REALNAME_CHECK' AND state IN ('DUE', 'CLAIMED')") == 0);
        return made;
    }

    /** Waits until everything is done, and looks whether each event had exactly one effect. */
    void hadOneEffectEach(List<Told> told, Map<String, Integer> heardAtOnce) {
        await().atMost(SOON).until(() -> count("inbox WHERE state NOT IN ('DONE', 'DEAD')") == 0);
        await().atMost(SOON)
                .until(() -> count("outbox WHERE state = 'CLAIMED' OR (state = 'DUE'"
                                + " AND next_at <= DATE_ADD(UTC_TIMESTAMP(3), INTERVAL 1 MINUTE))")
                        == 0);
        assertThat(count("inbox") - kept).isEqualTo(told.size());
        assertThat(count("inbox WHERE state = 'DEAD'")).isZero();
        assertThat(invitations.get(invitation.id()).orElseThrow().scans()).isEqualTo(scans);
        everyChatIsAnsweredOnce(told, heardAtOnce);
        everyTaskIsDecidedOnceAndItsCardsAreClosed();
    }

    private void everyChatIsAnsweredOnce(List<Told> told, Map<String, Integer> heardAtOnce) {
        Map<String, Long> pushed = saidByPush();
        for (Told one : told) {
            if (one.chat() != null) {
                boolean atOnce = heardAtOnce.containsKey(one.chat());
                assertThat(pushed.getOrDefault(one.chat(), 0L))
                        .as(one.chat() + (atOnce ? ", answered in the callback" : ", not answered in the callback"))
                        .isEqualTo(atOnce ? 0 : 1);
            }
        }
    }

    private static Map<String, Long> saidByPush() {
        List<FakePlatforms.Call> calls = new ArrayList<>(PLATFORMS.calls("/cgi-bin/message/custom/send"));
        calls.addAll(PLATFORMS.calls("/cgi-bin/message/send"));
        return calls.stream()
                .filter(call -> call.body().path("msgtype").asString("").equals("text"))
                .collect(
                        Collectors.groupingBy(call -> call.body().path("touser").asString(""), Collectors.counting()));
    }

    private void everyTaskIsDecidedOnceAndItsCardsAreClosed() {
        assertThat(PLATFORMS.calls("/cgi-bin/message/update_template_card").stream()
                        .map(call -> call.body().path("response_code").asString("")))
                .as("codes are good for one use")
                .doesNotHaveDuplicates();
        for (long task : tasks) {
            assertThat(count("audit WHERE subject_kind = 'review-task' AND subject_id = " + task))
                    .isEqualTo(1);
            assertThat(count("outbox WHERE kind = 'MEMBER_RESULT' AND subject_id = " + task))
                    .isEqualTo(1);
            assertThat(count("review_card WHERE state <> 'CLOSED' AND task_id = " + task))
                    .isZero();
        }
    }

    private int count(String from) {
        return database.queryForObject("SELECT COUNT(*) FROM " + from, Integer.class);
    }
}

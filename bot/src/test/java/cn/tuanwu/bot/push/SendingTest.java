package cn.tuanwu.bot.push;

import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.tuanwu.account.AccountDesk;
import cn.tuanwu.account.SmsCodes;
import cn.tuanwu.bot.support.BotTest;
import cn.tuanwu.bot.support.BotWorld;
import cn.tuanwu.bot.support.Calm;
import cn.tuanwu.bot.support.FakePlatforms;
import cn.tuanwu.bot.support.Secrets;
import cn.tuanwu.push.PushKind;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.review.CardDesk;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.ReturnReason;
import cn.tuanwu.review.ReviewCard;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.support.Identities;
import cn.tuanwu.support.People;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the platforms answer decides whether a push is sent, waits or dies. */
@BotTest
@Tag("story")
class SendingTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String SEND = "/cgi-bin/message/send";
    private static final String NOTICE = "/cgi-bin/message/subscribe/send";
    private static final String CHAT = "/cgi-bin/message/custom/send";
    private static final FakePlatforms PLATFORMS = BotWorld.PLATFORMS;

    @Autowired
    People people;

    @Autowired
    ReviewDesk reviews;

    @Autowired
    CardDesk cards;

    @Autowired
    SmsCodes smsCodes;

    @Autowired
    AccountDesk accounts;

    @Autowired
    List<PushHandler> handlers;

    @Autowired
    JdbcTemplate database;

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    Calm calm;

    @BeforeEach
    void forgetTheLastTest() {
        calm.afterTheLastTest();
    }

    @Test
    void everyKindOfPushHasSomeoneWhoSendsIt() {
        assertThat(handlers.stream().map(PushHandler::kind)).containsExactlyInAnyOrder(PushKind.values());
    }

    @Test
    void anSmsCodeReachesItsPhone() {
        String phone = Identities.phone();
        smsCodes.send(phone);
        await().atMost(SOON).until(() -> !PLATFORMS.calls("/sms/send").isEmpty());
        assertThat(PLATFORMS.calls("/sms/send").get(0).body().toString())
                .contains(phone)
                .containsPattern("验证码 \\d{6}");
    }

    @Test
    void aBusyPlatformIsAskedAgain() {
        PLATFORMS.next(SEND, 502, "<html>bad gateway</html>");
        PLATFORMS.next(SEND, 200, "<html>not JSON</html>");
        PLATFORMS.nextRefuses(SEND, 45033);
        long task = aTask();
        await().atMost(SOON)
                .until(() -> card(task, 201) == ReviewCard.State.SENT && card(task, 202) == ReviewCard.State.SENT);
    }

    /** Break: in ErrorCodes.afterFailure, answer Next.later for what was held. */
    @Test
    @Tag("edge")
    void whatAStoppedInterfaceWouldSayWaitsUncalledAndUntried() {
        String stop = "{tuanwu:stop}:WECOM:message/send";
        redis.opsForValue().set(stop, Long.toString(System.currentTimeMillis() + 3_600_000));
        try {
            long task = aTask();
            String held = "outbox WHERE state = 'DUE' AND attempts = 0 AND last_error LIKE '%45009%'"
                    + " AND next_at > UTC_TIMESTAMP() + INTERVAL 50 MINUTE AND subject_id = ";
            await().atMost(SOON).until(() -> count(held + task) == 2);
            assertThat(PLATFORMS.calls(SEND)).isEmpty();
        } finally {
            redis.delete(stop);
            database.update("UPDATE outbox SET state = 'SKIPPED' WHERE state = 'DUE' AND last_error LIKE '%45009%'");
        }
    }

    @Test
    void aTokenThatRanOutIsFetchedAnew() {
        PLATFORMS.nextRefuses(SEND, 42001);
        long task = aTask();
        await().atMost(SOON)
                .until(() -> card(task, 201) == ReviewCard.State.SENT && card(task, 202) == ReviewCard.State.SENT);
        await().atMost(SOON).until(() -> stateOf("REVIEW_CARD", task, 201).equals("DONE"));
    }

    @Test
    void wrongSettingsMakePushesWaitAndSayWhichSetting(CapturedOutput output) {
        PLATFORMS.nextRefuses(SEND, 60020);
        PLATFORMS.nextRefuses(SEND, 60020);
        long task = aTask();
        await().atMost(SOON)
                .until(() -> stateOf("REVIEW_CARD", task, 201).equals("DUE")
                        && count("outbox WHERE subject_id = " + task + " AND last_error LIKE '%60020'") == 2);
        assertThat(output.getAll()).contains("errcode 60020", "企业可信IP");
    }

    @Test
    void aReceiverWhoIsGoneIsADeadLetter() {
        PLATFORMS.nextRefuses(SEND, 81013);
        PLATFORMS.next(SEND, 200, "{\"errcode\":0,\"errmsg\":\"ok\",\"invaliduser\":\"zhangsan\"}");
        long task = aTask();
        await().atMost(SOON).until(() -> count("outbox WHERE state = 'DEAD' AND subject_id = " + task) == 2);
    }

    @Test
    void aCardThatWasSentBeforeACrashIsNotSentTwice() {
        PLATFORMS.nextRefuses(SEND, 42014);
        long task = aTask();
        await().atMost(SOON)
                .until(() -> card(task, 201) == ReviewCard.State.SENT && card(task, 202) == ReviewCard.State.SENT);
        assertThat(PLATFORMS.calls(SEND)).hasSize(2);
    }

    @Test
    void aCardWhoseCodeIsSpentIsLostAndLeftToALateTap() {
        long task = aTask();
        await().atMost(SOON)
                .until(() -> card(task, 201) == ReviewCard.State.SENT && card(task, 202) == ReviewCard.State.SENT);
        PLATFORMS.nextRefuses("/cgi-bin/message/update_template_card", 60140);
        returned(task);
        await().atMost(SOON).until(() -> card(task, 202) == ReviewCard.State.LOST);
    }

    @Test
    void theMemberIsToldInTheMiniProgram() {
        long task = aTaskOfSomeoneWith("mini-1", null);
        returned(task);
        await().atMost(SOON).until(() -> stateOf("MEMBER_RESULT", task).equals("DONE"));
        String notice = PLATFORMS.calls(NOTICE).get(0).body().toString();
        assertThat(notice).contains("mini-1", "tmpl-registration-result", "已退回", "查无入团记录", "thing1", "time3");
    }

    @Test
    void withoutConsentTheMemberIsToldInTheChat() {
        PLATFORMS.nextRefuses(NOTICE, 43101);
        long task = aTaskOfSomeoneWith("mini-2", "oa-2");
        returned(task);
        await().atMost(SOON).until(() -> stateOf("MEMBER_RESULT", task).equals("DONE"));
        assertThat(PLATFORMS.calls(CHAT).get(0).body().toString()).contains("oa-2", "查无入团记录");
    }

    @Test
    void withoutAnyOpenWayTheMemberSeesItInTheApp() {
        PLATFORMS.nextRefuses(CHAT, 45015);
        long task = aTaskOfSomeoneWith(null, "oa-3");
        returned(task);
        await().atMost(SOON).until(() -> stateOf("MEMBER_RESULT", task).equals("SKIPPED"));
    }

    @Test
    void nothingSecretOrPersonalIsLogged(CapturedOutput output) {
        String phone = Identities.phone();
        String number = Identities.residentId(LocalDate.of(2004, 5, 6));
        PLATFORMS.next("/sms/send", 500, "{\"phone\":\"" + phone + "\"}");
        PLATFORMS.next("/realname/check", 500, "{\"idNumber\":\"" + number + "\"}");
        for (int i = 0; i < 4; i++) {
            PLATFORMS.nextRefuses(SEND, 40001);
        }
        PLATFORMS.next("/cgi-bin/gettoken", 200, "{\"errcode\":40001,\"errmsg\":\"invalid credential\"}");
        smsCodes.send(phone);
        Registration submitted =
                people.someoneSubmitted(aProfile().document(number).named("阿卜杜拉"));
        long task = people.openTaskOf(submitted);
        await().atMost(SOON)
                .until(() -> count("outbox WHERE subject_id = " + task + " AND last_error IS NOT NULL") == 2);
        await().atMost(SOON).until(() -> PLATFORMS.calls("/sms/send").size() >= 2);
        assertThat(output.getAll())
                .contains("TUANWU_WECOM_SECRET")
                .doesNotContain("MARKER", phone, number, "阿卜杜拉", Secrets.AES_KEY);
    }

    private long aTask() {
        return people.openTaskOf(people.someoneSubmitted(aProfile()));
    }

    private long aTaskOfSomeoneWith(String miniProgramOpenid, String accountOpenid) {
        Registration submitted = people.someoneSubmitted(aProfile());
        bind("MINI_PROGRAM", miniProgramOpenid, submitted.accountId());
        bind("OFFICIAL_ACCOUNT", accountOpenid, submitted.accountId());
        return people.openTaskOf(submitted);
    }

    private void bind(String app, String openid, long account) {
        if (openid != null) {
            database.update(
                    "INSERT INTO account_openid (app, openid, account_id) VALUES (?, ?, ?)", app, openid, account);
        }
    }

    private void returned(long task) {
        People.value(reviews.decideOnPhone(People.ZHANG_SAN, task, new Decision.SendBack(ReturnReason.NO_RECORD)));
    }

    private ReviewCard.State card(long task, long staff) {
        return cards.find(task, staff).orElseThrow().state();
    }

    private String stateOf(String kind, long subject, Object... receiver) {
        return database.queryForObject(
                "SELECT state FROM outbox WHERE kind = ? AND subject_id = ?"
                        + Arrays.stream(receiver)
                                .map(id -> " AND receiver = '" + id + "'")
                                .reduce("", String::concat),
                String.class,
                kind,
                subject);
    }

    private int count(String where) {
        return database.queryForObject("SELECT COUNT(*) FROM " + where, Integer.class);
    }
}

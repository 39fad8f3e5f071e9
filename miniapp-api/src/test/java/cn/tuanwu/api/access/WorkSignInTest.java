package cn.tuanwu.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.api.Client;
import cn.tuanwu.api.Client.Answer;
import cn.tuanwu.api.People;
import cn.tuanwu.api.RunningApi;
import cn.tuanwu.api.Tables;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Coming in through WeChat Work. */
@Tag("edge")
class WorkSignInTest {
    private static final String MINE = "/api/work/reviews";

    private final Client page = RunningApi.client();

    @AfterEach
    void mend() {
        RunningApi.PLATFORM.recover();
    }

    @Test
    void theAddressIsThatOfTheAuthorisationPageAndHidesTheProof() {
        Answer begun = page.get("/api/work/sign-in");
        assertThat(begun.text("/address"))
                .isEqualTo("https://open.example.org/connect/oauth2/authorize?appid=wwtuanwudemo"
                        + "&redirect_uri=http%3A%2F%2F127.0.0.1%3A8080%2Fm%2F&response_type=code&scope=snsapi_base"
                        + "&state=" + begun.text("/state") + "&agentid=1000002#wechat_redirect")
                .doesNotContain(begun.text("/proof"));
        assertThat(begun.text("/state")).matches("[0-9a-f]{64}");
        assertThat(page.get("/api/work/sign-in").text("/proof")).isNotEqualTo(begun.text("/proof"));
    }

    // Break: in WeComReader.read, take INVALID_CODE for no error.
    @Test
    void aCodeOpensOneSession() {
        String code = "zhangsan-" + Client.key();
        Answer signedIn = People.arrives(code);
        assertThat(signedIn.status()).isEqualTo(201);
        assertThat(signedIn.text("/staff/name")).isEqualTo("张三");
        assertThat(page.with(signedIn.text("/session")).get(MINE).text("/name")).isEqualTo("张三");
        Answer again = People.arrives(code);
        assertThat(again.status()).isEqualTo(401);
        assertThat(again.code()).isEqualTo("WORK_CODE_INVALID");
    }

    // Break: in WorkSessionController.signIn, leave out the look at the state.
    @Test
    void aCodeIsTakenOnlyFromTheBrowserThatBegan() {
        String code = "zhangsan-" + Client.key();
        Answer mine = page.get("/api/work/sign-in");
        Answer others = page.get("/api/work/sign-in");
        for (Map<String, String> stranger : new Map[] {
            Map.of("code", code, "state", others.text("/state"), "proof", mine.text("/proof")),
            Map.of("code", code, "state", mine.text("/state")),
            Map.of("code", code, "proof", mine.text("/proof")),
            Map.of("code", code)
        }) {
            Answer refused = page.post("/api/work/sessions", stranger);
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.code()).isEqualTo("WORK_STATE_INVALID");
        }
        assertThat(People.arrives(code).status()).as("the code was not used up").isEqualTo(201);
    }

    @Test
    void whatIsNoCodeIsNotPutIntoAnAddress() {
        assertThat(People.arrives("zhangsan-1&userid=lisi").code()).isEqualTo("WORK_CODE_INVALID");
        assertThat(People.arrives("").code()).isEqualTo("WORK_CODE_INVALID");
        assertThat(People.arrives("x".repeat(513)).code()).isEqualTo("WORK_CODE_INVALID");
    }

    @Test
    void whoeverHasNoBusinessHereIsToldWhatToDo() {
        assertThat(People.arrives("nobody-" + Client.key()).code()).isEqualTo("NOT_ON_ROSTER");
        assertThat(People.arrives("outsider-" + Client.key()).code()).isEqualTo("NOT_ON_ROSTER");
        Answer refused = People.arrives("nobody-" + Client.key());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("/detail")).contains("联系上级团委");
    }

    // Break: in Sessions.staff, ask the roster by id alone.
    @Test
    void offTheRosterASessionOpensNothingAnyMore() {
        Tables.run(RunningApi.DATABASE, "INSERT INTO staff (id, name, wecom_userid) VALUES (291, '周一', 'zhouyi')");
        Tables.run(
                RunningApi.DATABASE,
                "INSERT INTO roster (organisation_id, staff_id, role) VALUES (1002, 291, 'OPERATOR')");
        Client staff = People.staff("zhouyi");
        assertThat(staff.get(MINE).status()).isEqualTo(200);
        Tables.run(RunningApi.DATABASE, "DELETE FROM roster WHERE staff_id = 291");
        assertThat(staff.get(MINE).code()).isEqualTo("NOT_SIGNED_IN");
        assertThat(People.arrives("zhouyi-" + Client.key()).code()).isEqualTo("NOT_ON_ROSTER");
    }

    // Break: in WeComReader.userid, don't ask again after a dead token.
    @Test
    void aRevokedTokenCostsNobodyTheirSignIn() {
        People.staff("lisi");
        RunningApi.PLATFORM.revokeCorpToken();
        assertThat(People.arrives("lisi-" + Client.key()).status()).isEqualTo(201);
    }

    @Test
    void whilePlatformIsAwayTheReaderIsAskedToTryAgain() {
        RunningApi.PLATFORM.breakDown();
        Answer refused = People.arrives("lisi-" + Client.key());
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.code()).isEqualTo("WECOM_AWAY");
    }

    @Test
    void anOperatorsSessionIdlesTwoHoursAndEndsAfterTwelve() {
        StringRedisTemplate redis = RunningApi.bean(StringRedisTemplate.class);
        Client staff = People.staff("zhangsan");
        String place = "tuanwu:session:sessions:" + staff.session();
        assertThat(redis.getExpire(place, TimeUnit.MINUTES)).isBetween(118L, 130L);
        redis.opsForHash().put(place, "sessionAttr:since", "\"2026-01-01T00:00:00Z\"");
        assertThat(staff.get(MINE).code()).isEqualTo("NOT_SIGNED_IN");
    }
}

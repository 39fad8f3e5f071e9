package cn.tuanwu.bot.realname;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.bot.aliyun.FakeAliyun;
import cn.tuanwu.bot.work.Alarms;
import cn.tuanwu.realname.PersonName;
import cn.tuanwu.realname.RealName.Result;
import cn.tuanwu.realname.ResidentId;
import cn.tuanwu.support.Identities;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Id2MetaVerify through the SDK's core, against an endpoint on this machine. */
@Tag("registration")
@ExtendWith(OutputCaptureExtension.class)
class AliyunRealNameTest {
    private static final PersonName NAME = PersonName.read("𬱖·阿卜杜拉").orElseThrow();
    private static final ResidentId NUMBER = new ResidentId(Identities.residentId(LocalDate.of(2004, 5, 6)));

    private FakeAliyun aliyun;
    private AliyunRealName provider;

    @BeforeEach
    void start() throws Exception {
        aliyun = new FakeAliyun();
        provider = new AliyunRealName(aliyun.settings(), Alarms.now());
    }

    @AfterEach
    void stop() {
        aliyun.close();
    }

    /** Break: send the pair in the query. */
    @Test
    void nameAndNumberTravelInTheBodySignedAndWhole() {
        aliyun.answers(200, answer("200", "1"));
        assertThat(provider.check(NAME, NUMBER)).isEqualTo(Result.MATCH);
        FakeAliyun.Call call = aliyun.calls().get(0);
        assertThat(call.query()).isEmpty();
        assertThat(call.form())
                .isEqualTo(Map.of("ParamType", "normal", "UserName", "𬱖·阿卜杜拉", "IdentifyNum", NUMBER.number()));
        assertThat(call.header("x-acs-action")).isEqualTo("Id2MetaVerify");
        assertThat(call.header("x-acs-version")).isEqualTo("2019-03-07");
        assertThat(call.header("Authorization"))
                .matches("ACS3-HMAC-SHA256 Credential=LTAI-test,SignedHeaders=.*,Signature=[0-9a-f]{64}");
    }

    @DisplayName("§2.4 R10 what the provider's codes mean")
    @ParameterizedTest(name = "§2.4 R10 code {0}, result {1}: {2}")
    @CsvSource({
        "200, 1, MATCH, no",
        "200, 2, MISMATCH, no",
        "200, 3, NO_RECORD, no",
        "200, 9, ERROR, yes",
        "400, , ERROR, yes",
        "401, , MISMATCH, no",
        "402, , ERROR, no",
        "403, , REPEATED, no",
        "410, , ERROR, yes",
        "411, , ERROR, yes",
        "412, , ERROR, yes",
        "500, , ERROR, no"
    })
    void eachCodeIsOneOfOurs(String code, String result, Result ours, String someoneMustMendIt, CapturedOutput log) {
        aliyun.answers(200, answer(code, result));
        assertThat(provider.check(NAME, NUMBER)).isEqualTo(ours);
        assertThat(log.getAll().contains("checks no names")).isEqualTo(someoneMustMendIt.equals("yes"));
        assertNothingIsTold(log);
    }

    /** Break: let AliyunCall.ask pass the exception on. */
    @ParameterizedTest(name = "status {0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "503 | <html>busy</html>",
                "503 | {\"Code\":\"ServiceUnavailable\",\"Message\":\"busy\"}",
                "400 | {\"Code\":\"Throttling.User\",\"Message\":\"too many\"}",
                "500 | {}",
                "200 | not JSON",
                "200 | {}"
            })
    void troubleIsAnErrorAndNothingIsThrown(int status, String body, CapturedOutput log) {
        aliyun.answers(status, body);
        assertThat(provider.check(NAME, NUMBER)).isEqualTo(Result.ERROR);
        assertThat(aliyun.calls()).as("the SDK does not try again by itself").hasSize(1);
        assertNothingIsTold(log);
    }

    /** Break: leave the read time-out of AliyunCall out. */
    @Test
    void aSourceThatHangsIsLeft(CapturedOutput log) {
        aliyun.answers(200, answer("200", "1")).answersAfter(8_000);
        long begun = System.nanoTime();
        assertThat(provider.check(NAME, NUMBER)).isEqualTo(Result.ERROR);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(7_900));
        assertNothingIsTold(log);
    }

    @Test
    void nobodyThereIsAnError(CapturedOutput log) {
        aliyun.close();
        assertThat(provider.check(NAME, NUMBER)).isEqualTo(Result.ERROR);
        assertNothingIsTold(log);
    }

    private static void assertNothingIsTold(CapturedOutput log) {
        assertThat(log.getAll()).doesNotContain(NUMBER.number(), "阿卜杜拉", FakeAliyun.SECRET);
    }

    private static String answer(String code, String result) {
        String about = result == null ? "" : ",\"ResultObject\":{\"BizCode\":\"" + result + "\"}";
        return "{\"RequestId\":\"130A2C10-B9EE-4D84-88E3-5384FF039795\",\"Message\":\"" + NUMBER.number()
                + "\",\"Code\":\"" + code + "\"" + about + "}";
    }
}

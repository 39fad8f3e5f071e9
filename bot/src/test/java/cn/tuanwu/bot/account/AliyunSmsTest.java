package cn.tuanwu.bot.account;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.bot.aliyun.FakeAliyun;
import cn.tuanwu.bot.work.Alarms;
import cn.tuanwu.kernel.Phone;
import cn.tuanwu.push.Next;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Alibaba Cloud's SMS through its own SDK, against an endpoint on this machine. */
@Tag("registration")
@ExtendWith(OutputCaptureExtension.class)
class AliyunSmsTest {
    private static final Phone PHONE = new Phone("13912345678");
    private static final String CODE = "847261";

    private FakeAliyun aliyun;
    private AliyunSms sms;

    @BeforeEach
    void start() throws Exception {
        aliyun = new FakeAliyun();
        sms = new AliyunSms(aliyun.settings(), Alarms.now());
    }

    @AfterEach
    void stop() {
        aliyun.close();
    }

    /** Break: leave the template's parameter out. */
    @Test
    void aCodeGoesAsATemplateWithOneVariableAndASignature() {
        aliyun.answers(200, answer("OK"));
        assertThat(sms.send(PHONE, CODE, 0)).isEqualTo(Next.DONE);
        FakeAliyun.Call call = aliyun.calls().get(0);
        assertThat(call.query())
                .isEqualTo(Map.of(
                        "PhoneNumbers",
                        PHONE.number(),
                        "SignName",
                        "南岭团委",
                        "TemplateCode",
                        "SMS_123456789",
                        "TemplateParam",
                        "{\"code\":\"" + CODE + "\"}"));
        assertThat(call.header("x-acs-action")).isEqualTo("SendSms");
        assertThat(call.header("x-acs-version")).isEqualTo("2017-05-25");
        assertThat(call.header("x-acs-signature-nonce")).isNotBlank();
        assertThat(call.header("Authorization"))
                .matches("ACS3-HMAC-SHA256 Credential=LTAI-test,SignedHeaders=.*,Signature=[0-9a-f]{64}");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "isv.MOBILE_NUMBER_ILLEGAL, never, no",
        "isv.BUSINESS_LIMIT_CONTROL, later, no",
        "isp.SYSTEM_ERROR, later, no",
        "Throttling.User, later, no",
        "isv.AMOUNT_NOT_ENOUGH, later, yes",
        "isv.OUT_OF_SERVICE, later, yes",
        "isv.SMS_SIGNATURE_ILLEGAL, later, yes",
        "isv.SMS_TEMPLATE_ILLEGAL, later, yes",
        "isp.RAM_PERMISSION_DENY, later, yes",
        "isv.SOMETHING_NEW, later, yes"
    })
    void eachCodeSaysWhatHappensNext(String code, String next, String someoneMustMendIt, CapturedOutput log) {
        aliyun.answers(200, answer(code));
        Next after = sms.send(PHONE, CODE, 0);
        assertThat(after).isInstanceOf(next.equals("never") ? Next.Never.class : Next.Later.class);
        assertThat(after.toString()).contains(code);
        assertThat(log.getAll().contains(code)).isEqualTo(someoneMustMendIt.equals("yes"));
        assertNothingIsTold(log, after);
    }

    @Test
    void aPhoneThatHadTooManyWaitsAMinute() {
        aliyun.answers(200, answer("isv.BUSINESS_LIMIT_CONTROL"));
        assertThat(sms.send(PHONE, CODE, 0))
                .isEqualTo(Next.later(Duration.ofMinutes(1), "aliyun isv.BUSINESS_LIMIT_CONTROL"));
    }

    /** Break: let AliyunCall.ask pass the exception on. */
    @ParameterizedTest(name = "status {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "503 | <html>13912345678</html>",
                "500 | {\"Code\":\"InternalError\",\"Message\":\"13912345678\"}",
                "429 | {\"Code\":\"Throttling.Api\",\"Message\":\"13912345678\"}",
                "200 | <html>13912345678</html>",
                "200 | {}"
            })
    void whatIsNoAnswerIsAskedAgainAndToldToNobody(int status, String body, CapturedOutput log) {
        aliyun.answers(status, body);
        Next after = sms.send(PHONE, CODE, 0);
        assertThat(after).isInstanceOf(Next.Later.class);
        assertNothingIsTold(log, after);
        assertThat(aliyun.calls()).as("the SDK does not try again by itself").hasSize(1);
    }

    @Test
    void aWrongKeyIsTheOperatorsToMend(CapturedOutput log) {
        aliyun.answers(404, "{\"Code\":\"InvalidAccessKeyId.NotFound\",\"Message\":\"no such key\"}");
        Next after = sms.send(PHONE, CODE, 0);
        assertThat(after).isInstanceOf(Next.Later.class);
        assertThat(log.getAll()).contains("TUANWU_ALIYUN_ACCESS_KEY_ID", "InvalidAccessKeyId.NotFound");
        assertNothingIsTold(log, after);
    }

    @Test
    void nobodyThereIsAskedAgain(CapturedOutput log) {
        aliyun.close();
        Next after = sms.send(PHONE, CODE, 0);
        assertThat(after).isInstanceOf(Next.Later.class);
        assertNothingIsTold(log, after);
    }

    private static void assertNothingIsTold(CapturedOutput log, Next after) {
        assertThat(log.getAll() + after).doesNotContain(PHONE.number(), CODE, FakeAliyun.SECRET);
    }

    private static String answer(String code) {
        return "{\"Message\":\"" + PHONE.number()
                + "\",\"RequestId\":\"F655A8D5-B967-440B-8683-DAD6FF8DE990\",\"Code\":\"" + code
                + "\",\"BizId\":\"900619746936498440^0\"}";
    }
}

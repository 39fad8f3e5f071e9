package cn.tuanwu.bot.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.bot.work.Alarms;
import cn.tuanwu.push.Next;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The code alone decides: mend the settings, wait, or give up. */
@Tag("edge")
@ExtendWith(OutputCaptureExtension.class)
class ErrorCodesTest {
    private final ErrorCodes codes = new ErrorCodes(Alarms.quiet(Clock.systemUTC()));

    /** Break: in ErrorCodes.cure, leave the code out. */
    @ParameterizedTest
    @ValueSource(ints = {40001, 40013, 40056, 40091, 40125, 40164, 48001, 48002, 50003, 60020, 301002, 301007, 301042})
    void wrongSettingsWaitAndSomebodyIsTold(int code, CapturedOutput output) {
        Next next = refused(code, 15);
        assertThat(next).isInstanceOf(Next.Later.class);
        assertThat(((Next.Later) next).after()).isEqualTo(Duration.ofMinutes(1));
        assertThat(output.getAll()).contains("WeChat Work refuses us (errcode " + code + ")", "waits");
    }

    /** Break: in ErrorCodes.BUSY, leave the code out. */
    @ParameterizedTest
    @ValueSource(ints = {-1, 45033, 40014, 42001})
    void aBusyPlatformIsWaitedForLongerEachTimeAndNobodyIsTold(int code, CapturedOutput output) {
        assertThat(((Next.Later) refused(code, 0)).after()).isLessThan(Duration.ofSeconds(2));
        assertThat(((Next.Later) refused(code, 5)).after()).isGreaterThan(Duration.ofSeconds(20));
        assertThat(output.getAll()).doesNotContain("errcode");
    }

    /** Break: in ErrorCodes.GONE, leave the code out. */
    @ParameterizedTest
    @ValueSource(ints = {40003, 46004, 50002, 60011, 60111, 60123, 81013})
    void aReceiverWhoIsGoneSettlesThePushWithoutAlarm(int code, CapturedOutput output) {
        assertThat(refused(code, 0)).isEqualTo(Next.never("WECOM errcode " + code));
        assertThat(output.getAll()).doesNotContain("errcode");
    }

    /** Break: in ErrorCodes.afterFailure, don't raise the last alarm. */
    @Test
    void whatCanNeverWorkIsADeadLetterAndSomebodyIsTold(CapturedOutput output) {
        assertThat(refused(40058, 0)).isEqualTo(Next.never("WECOM errcode 40058"));
        assertThat(output.getAll()).contains("does not accept what we send (errcode 40058)");
    }

    /** Break: in ErrorCodes.afterFailure, answer Next.never for silence. */
    @Test
    void silenceIsNoAnswerEither() {
        Next next = codes.afterFailure(Platform.WECOM, new CallResult.NoAnswer<>("SocketTimeoutException"), 40);
        assertThat(next).isInstanceOf(Next.Later.class);
    }

    private Next refused(int code, int attempts) {
        return codes.afterFailure(Platform.WECOM, new CallResult.Refused<>(code), attempts);
    }
}

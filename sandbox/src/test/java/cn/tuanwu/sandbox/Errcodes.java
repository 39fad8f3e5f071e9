package cn.tuanwu.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import me.chanjar.weixin.common.error.WxErrorException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Reads the platform's refusals out of the client's exceptions. */
final class Errcodes {

    private Errcodes() {}

    static void assertErrcode(int errcode, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(WxErrorException.class, refused -> assertThat(
                        refused.getError().getErrorCode())
                .isEqualTo(errcode));
    }
}

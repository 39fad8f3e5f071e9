package cn.tuanwu.bot.tencent;

import com.google.gson.JsonParseException;
import java.time.Duration;
import java.util.function.Function;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.error.WxRuntimeException;

/** How a call to a platform ended. */
public sealed interface CallResult<T> {

    /** It was done. */
    record Ok<T>(T value) implements CallResult<T> {}

    /** The platform said no, with its error code. */
    record Refused<T>(int errcode) implements CallResult<T> {}

    /** Nobody knows whether it was done: time-out, broken connection, busy, an answer that is none. */
    record NoAnswer<T>(String cause) implements CallResult<T> {}

    /** It was not made: a budget is used up or the interface is stopped. */
    record Held<T>(Duration pause, String why) implements CallResult<T> {}

    /** A call through the platforms' library. */
    interface Call<T> {
        T run() throws WxErrorException;
    }

    /** Runs the call; whatever the library throws becomes a result. Messages stay behind: they may hold tokens. */
    static <T> CallResult<T> of(Call<T> call) {
        try {
            return new Ok<>(call.run());
        } catch (WxErrorException e) {
            int code = e.getError() == null ? Library.NO_CODE : e.getError().getErrorCode();
            return code == Library.NO_CODE || code == Library.BUSY
                    ? new NoAnswer<>(Library.cause(e))
                    : new Refused<>(code);
        } catch (WxRuntimeException | JsonParseException | IllegalStateException e) {
            return new NoAnswer<>(Library.cause(e));
        }
    }

    default <R> CallResult<R> map(Function<? super T, ? extends R> next) {
        if (this instanceof Ok<T> ok) {
            return new Ok<>(next.apply(ok.value()));
        }
        if (this instanceof Held<T> held) {
            return new Held<>(held.pause(), held.why());
        }
        return this instanceof Refused<T> refused
                ? new Refused<>(refused.errcode())
                : new NoAnswer<>(((NoAnswer<T>) this).cause());
    }

    /** What the library means by its exceptions. */
    final class Library {
        private static final int NO_CODE = -99;
        private static final int BUSY = -1;

        private Library() {}

        private static String cause(Throwable e) {
            Throwable root = e;
            while (root.getCause() != null && root.getCause() != root) {
                root = root.getCause();
            }
            return root.getClass().getSimpleName();
        }
    }
}

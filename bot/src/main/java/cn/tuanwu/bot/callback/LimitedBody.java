package cn.tuanwu.bot.callback;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads a callback's body, never more of it than any callback has. */
final class LimitedBody {
    static final int MOST_BYTES = 64 * 1024;

    private LimitedBody() {}

    /** Empty when it is too large; the rest is not kept. */
    static Optional<String> read(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > MOST_BYTES) {
            return Optional.empty();
        }
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        return body.length > MOST_BYTES ? Optional.empty() : Optional.of(new String(body, StandardCharsets.UTF_8));
    }
}

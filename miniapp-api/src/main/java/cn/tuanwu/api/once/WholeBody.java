package cn.tuanwu.api.once;

import cn.tuanwu.api.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads a body whole before anything looks at it, up to 256 KB, a picture up to 5 MB, a sheet up to 10 MB, a page of a form
 * up to 21 MB: more is refused, and what was sent can be compared. Files by the dozen, and pictures of a ceremony, are left
 * to their door, which reads them one by one.
 */
@Component
@Order(Integer.MIN_VALUE + 20)
class WholeBody extends OncePerRequestFilter {
    private static final int LARGEST = 256 * 1024;
    private static final int MEGABYTE = 1024 * 1024;
    private static final Map<String, Integer> LARGER = Map.of(
            "/api/registration/photos", 5 * MEGABYTE,
            "/api/work/captures/photos", 21 * MEGABYTE,
            "/api/console/reviews/photos", 5 * MEGABYTE,
            "/api/console/intakes", 10 * MEGABYTE);
    private static final Set<String> STREAMED = Set.of(
            "POST /api/console/forms", "POST /api/console/ceremonies/photos", "POST /api/work/ceremonies/photos");
    private static final String ATTRIBUTE = WholeBody.class.getName();

    private final ProblemWriter problems;

    WholeBody(ProblemWriter problems) {
        this.problems = problems;
    }

    /** Empty when its door reads it. */
    static byte[] of(HttpServletRequest request) {
        byte[] body = (byte[]) request.getAttribute(ATTRIBUTE);
        return body == null ? new byte[0] : body;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return STREAMED.contains(request.getMethod() + ' ' + request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int largest = LARGER.getOrDefault(request.getRequestURI(), LARGEST);
        boolean told = request.getContentLengthLong() > largest;
        byte[] body = told ? null : request.getInputStream().readNBytes(largest + 1);
        if (told || body.length > largest) {
            problems.write(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        request.setAttribute(ATTRIBUTE, body);
        chain.doFilter(new Repeated(request, body), response);
    }

    /** The request with its body read again from memory. */
    private static final class Repeated extends HttpServletRequestWrapper {
        private final byte[] body;

        Repeated(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new Bytes(body);
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class Bytes extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Bytes(byte[] body) {
            this.bytes = new ByteArrayInputStream(body);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return bytes.read(into, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("the body is there already");
        }
    }
}

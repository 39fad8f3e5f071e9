package cn.tuanwu.api.once;

import cn.tuanwu.api.problem.ProblemWriter;
import cn.tuanwu.kernel.Refusal;
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
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.core.annotation.Order;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads a body whole before anything looks at it, up to 256 KB: more is refused, and what was sent can be compared. A picture
 * may have 5 MB, a sheet 10 MB, a page of a form 21 MB, when whoever sends it is signed in; such a body waits on disk until
 * there is room for it. Files by the dozen, and pictures of a ceremony, are left to their door, which reads them one by one.
 */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER + 10)
class WholeBody extends OncePerRequestFilter {
    private static final int LARGEST = 256 * 1024;
    private static final int AT_ONCE = 4;
    private static final int PATIENCE_SECONDS = 10;
    private static final Set<String> STREAMED = Set.of(
            "POST /api/console/forms", "POST /api/console/ceremonies/photos", "POST /api/work/ceremonies/photos");
    private static final String ATTRIBUTE = WholeBody.class.getName();
    private static final Refusal NOBODY = Refusal.of("NOT_SIGNED_IN", "请先登录。");
    private static final Refusal BUSY = Refusal.of("UNAVAILABLE", "现在上传的人较多，这一份没有处理，请稍后重试。");

    private final ProblemWriter problems;
    private final LargerBody larger;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    WholeBody(ProblemWriter problems, LargerBody larger) {
        this.problems = problems;
        this.larger = larger;
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
        long told = request.getContentLengthLong();
        byte[] start = told > LARGEST ? new byte[0] : request.getInputStream().readNBytes(LARGEST + 1);
        int most = Math.max(LARGEST, larger.most(request));
        if (told <= LARGEST && start.length <= LARGEST) {
            pass(request, response, chain, start);
        } else if (told > most || most == LARGEST) {
            problems.write(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (!larger.isSignedIn(request)) {
            problems.write(response, NOBODY);
        } else {
            InputStream body = new SequenceInputStream(new ByteArrayInputStream(start), request.getInputStream());
            try (PassingFile file = PassingFile.arrive(body, most)) {
                inTurn(request, response, chain, file);
            }
        }
    }

    /** Slow senders take no place: it is all there. */
    private void inTurn(HttpServletRequest request, HttpServletResponse response, FilterChain chain, PassingFile file)
            throws ServletException, IOException {
        if (file.isTooLarge()) {
            problems.write(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (!isLetIn()) {
            problems.write(response, BUSY);
        } else {
            try {
                pass(request, response, chain, file.bytes());
            } finally {
                places.release();
            }
        }
    }

    private boolean isLetIn() {
        try {
            return places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain, byte[] body)
            throws ServletException, IOException {
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

package cn.tuanwu.sandbox.fault;

import cn.tuanwu.sandbox.gate.ApiAnswer;
import cn.tuanwu.sandbox.wire.WireNote;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands before every endpoint of the platforms; a call that is struck never reaches it, unless it is only slow. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class FaultFilter extends OncePerRequestFilter {

    private static final long SLOW_MILLIS = 6000;
    private static final byte[] GATEWAY_PAGE = """
            <html>
            <head><title>502 Bad Gateway</title></head>
            <body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body>
            </html>
            """.getBytes(StandardCharsets.UTF_8);

    private static final ApiAnswer NOT_LISTED =
            ApiAnswer.refused(40164, "invalid ip 203.0.113.7 ipv6 ::ffff:203.0.113.7, not in whitelist");

    private final Faults faults;

    FaultFilter(Faults faults) {
        this.faults = faults;
    }

    /** Pages people open are not calls. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.startsWith("/platform/") || path.startsWith("/platform/open/") || path.endsWith("/authorize");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Fault> struck = faults.strike(request.getRequestURI());
        if (struck.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Fault fault = struck.get();
        WireNote.fault(request, fault.kind().name());
        switch (fault.kind()) {
            case BAD_GATEWAY -> write(response, 502, "text/html", GATEWAY_PAGE);
            case EMPTY -> write(response, 200, "text/plain", new byte[0]);
            case RESET -> Cut.mark(request);
            case SLOW -> {
                pause(fault.millis() == null ? SLOW_MILLIS : fault.millis());
                chain.doFilter(request, response);
            }
            case IP -> {
                // The two platforms keep lists of their own and name the address they saw.
                boolean weixin = request.getRequestURI().startsWith("/platform/weixin/");
                refuse(response, weixin ? NOT_LISTED : ApiAnswer.refused(fault.kind().errcode, fault.kind().errmsg));
            }
            default -> refuse(response, ApiAnswer.refused(fault.kind().errcode, fault.kind().errmsg));
        }
    }

    private static void refuse(HttpServletResponse response, ApiAnswer refusal) throws IOException {
        ResponseEntity<byte[]> answer = refusal.http();
        write(response, 200, String.valueOf(answer.getHeaders().getContentType()), answer.getBody());
    }

    private static void write(HttpServletResponse response, int status, String type, byte[] body) throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.getOutputStream().write(body);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

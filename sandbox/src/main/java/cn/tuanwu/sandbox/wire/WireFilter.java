package cn.tuanwu.sandbox.wire;

import cn.tuanwu.sandbox.wire.WireEntry.Body;
import cn.tuanwu.sandbox.wire.WireEntry.Direction;
import cn.tuanwu.sandbox.wire.WireEntry.Draft;
import cn.tuanwu.sandbox.wire.WireEntry.Platform;
import cn.tuanwu.sandbox.world.Json;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Notes every call an application makes to a platform. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class WireFilter extends OncePerRequestFilter {

    private static final int SHOWN = 32_768;

    private final Wire wire;

    WireFilter(Wire wire) {
        this.wire = wire;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/platform/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long start = System.nanoTime();
        WholeRequest whole = WholeRequest.of(request);
        ContentCachingResponseWrapper copy = new ContentCachingResponseWrapper(response);
        try {
            chain.doFilter(whole, copy);
        } finally {
            wire.add(draft(whole, copy, (System.nanoTime() - start) / 1_000_000));
            copy.copyBodyToResponse();
        }
    }

    private static Draft draft(WholeRequest request, ContentCachingResponseWrapper response, long millis) {
        String path = request.getRequestURI();
        byte[] answer = response.getContentAsByteArray();
        Integer errcode = Json.object(answer)
                .map(json -> json.get("errcode"))
                .map(code -> code.asInt())
                .orElse(null);
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return new Draft(
                Direction.APP_TO_PLATFORM,
                request.getAttribute(WireNote.PLATFORM) instanceof Platform noted ? noted : platform(path),
                request.getMethod(),
                path.substring("/platform".length()) + query,
                WireNote.isUnanswered(request) ? 0 : response.getStatus(),
                millis,
                errcode,
                WireNote.title(request, path, errcode),
                new Body(shown(request.body(), request.getContentType()), null),
                new Body(shown(answer, response.getContentType()), null));
    }

    private static Platform platform(String path) {
        if (path.startsWith("/platform/qyapi/") || path.startsWith("/platform/open/")) {
            return Platform.WECOM;
        }
        if (path.startsWith("/platform/sms/")) {
            return Platform.SMS;
        }
        if (path.startsWith("/platform/realname/")) {
            return Platform.REALNAME;
        }
        if (path.startsWith("/platform/oidc/")) {
            return Platform.LOGIN;
        }
        boolean miniProgram = path.contains("/sns/") || path.contains("/wxa") || path.contains("/subscribe/");
        return miniProgram ? Platform.MINI_PROGRAM : Platform.OFFICIAL_ACCOUNT;
    }

    private static String shown(byte[] body, String contentType) {
        if (body.length == 0) {
            return "";
        }
        if (contentType != null && contentType.matches("(image/|multipart/|application/octet-stream).*")) {
            return "[" + contentType + "，" + body.length + " 字节]";
        }
        String text = new String(body, StandardCharsets.UTF_8);
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}

package cn.tuanwu.api.once;

import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.api.session.Sessions;
import cn.tuanwu.kernel.Blind;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads the Idempotency-Key of a request. */
@Component
public class CallArguments implements HandlerMethodArgumentResolver {
    private static final int LONGEST = 255;

    private final Sessions sessions;
    private final Blind blind;

    CallArguments(Sessions sessions, Blind blind) {
        this.sessions = sessions;
        this.blind = blind;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Call.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binders) {
        HttpServletRequest http = request.getNativeRequest(HttpServletRequest.class);
        String key = http.getHeader("Idempotency-Key");
        if (key == null || key.isBlank()) {
            throw new RefusedRequest("IDEMPOTENCY_KEY_MISSING", "请求缺少 Idempotency-Key，无法确认是否重复提交。");
        }
        if (key.length() > LONGEST) {
            throw new RefusedRequest("IDEMPOTENCY_KEY_INVALID", "Idempotency-Key 不能超过 255 个字符。");
        }
        String route = http.getMethod() + ' ' + http.getRequestURI();
        String caller = sessions.principal(http).orElseGet(() -> "nobody:" + pattern(http));
        String body = new String(WholeBody.of(http), StandardCharsets.ISO_8859_1);
        return new Call(
                caller,
                Call.sha256(key),
                blind.of("request", route + '\n' + body),
                part -> blind.of("request part", part));
    }

    private static String pattern(HttpServletRequest http) {
        return http.getMethod()
                + ' '
                + http.getAttribute(org.springframework.web.servlet.HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    }
}

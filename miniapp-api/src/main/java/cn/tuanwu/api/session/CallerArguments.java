package cn.tuanwu.api.session;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.Seat;
import cn.tuanwu.api.problem.RefusedRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a door its caller. A door that names one is closed to everybody else. */
@Component
public class CallerArguments implements HandlerMethodArgumentResolver {
    private final Sessions sessions;

    CallerArguments(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return Caller.class.isAssignableFrom(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binders) {
        HttpServletRequest http = request.getNativeRequest(HttpServletRequest.class);
        Class<?> wanted = parameter.getParameterType();
        if (Caller.AtConsole.class.isAssignableFrom(wanted)) {
            return atConsole(http, wanted.asSubclass(Caller.AtConsole.class));
        }
        Optional<? extends Caller> caller = Optional.empty();
        if (wanted == Caller.OwnAccount.class) {
            caller = sessions.member(http);
        } else if (wanted == Caller.Staff.class) {
            caller = sessions.staff(http);
        }
        if (caller.isEmpty()) {
            throw new RefusedRequest("NOT_SIGNED_IN", "请先登录。");
        }
        return caller.get();
    }

    private Caller atConsole(HttpServletRequest http, Class<? extends Caller.AtConsole> wanted) {
        Seat seat = sessions.seat(http).orElseThrow(() -> new RefusedRequest("NOT_SIGNED_IN", "请先登录。"));
        return seat.as(wanted).orElseThrow(() -> new RefusedRequest("ROLE_INSUFFICIENT", "您的角色不能办理这件事。"));
    }
}

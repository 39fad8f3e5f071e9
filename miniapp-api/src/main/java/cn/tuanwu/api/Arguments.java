package cn.tuanwu.api;

import cn.tuanwu.api.once.CallArguments;
import cn.tuanwu.api.session.CallerArguments;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What a door may ask for beside the request's own parts. */
@Configuration(proxyBeanMethods = false)
class Arguments implements WebMvcConfigurer {
    private final CallerArguments callers;
    private final CallArguments calls;

    Arguments(CallerArguments callers, CallArguments calls) {
        this.callers = callers;
        this.calls = calls;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(callers);
        resolvers.add(calls);
    }
}

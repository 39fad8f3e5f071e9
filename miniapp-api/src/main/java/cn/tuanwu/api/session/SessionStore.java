package cn.tuanwu.api.session;

import cn.tuanwu.kernel.Ids;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.serializer.GenericJacksonJsonRedisSerializer;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.session.FlushMode;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.data.redis.config.annotation.web.http.EnableRedisHttpSession;
import org.springframework.session.web.http.HeaderHttpSessionIdResolver;
import org.springframework.session.web.http.HttpSessionIdResolver;

/**
 * Sessions rest in Redis and are named by a header, so no browser sends one by itself. Written at once, not at the end of
 * the request: when Redis is away the door still can say so.
 */
@Configuration(proxyBeanMethods = false)
@EnableRedisHttpSession(redisNamespace = "tuanwu:session", flushMode = FlushMode.IMMEDIATE)
class SessionStore {
    private static final int ID_BYTES = 24;

    @Bean
    HttpSessionIdResolver sessionIdResolver() {
        return new HeaderHttpSessionIdResolver("X-Session");
    }

    @Bean
    SessionIdGenerator sessionIdGenerator(Ids ids) {
        return () -> ids.token(ID_BYTES);
    }

    /** Plain JSON: what is read back can be a text or a number, never an object of a class named in the data. */
    @Bean
    RedisSerializer<Object> springSessionDefaultRedisSerializer() {
        return GenericJacksonJsonRedisSerializer.builder().build();
    }
}

package cn.tuanwu.bot.tencent;

import cn.tuanwu.push.SharedRedis;
import cn.tuanwu.servers.TestServers;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisURI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Nodes of one installation: each has a connection of its own to one Redis, or to none. */
final class Nodes implements AutoCloseable {
    private final RedisURI address = RedisURI.create(TestServers.redisUrl());
    private final List<LettuceConnectionFactory> open = new ArrayList<>();

    Budgets budgets() {
        return new Budgets(shared(), Clock.systemUTC());
    }

    Budgets budgetsWithoutRedis() {
        return new Budgets(withoutRedis(), Clock.systemUTC());
    }

    Stops stops() {
        return new Stops(shared(), Clock.systemUTC());
    }

    SharedRedis shared() {
        return new SharedRedis(template(), Clock.systemUTC());
    }

    SharedRedis withoutRedis() {
        RedisStandaloneConfiguration nobody = new RedisStandaloneConfiguration("127.0.0.1", 1);
        return new SharedRedis(connect(nobody), Clock.systemUTC());
    }

    StringRedisTemplate template() {
        RedisStandaloneConfiguration redis = new RedisStandaloneConfiguration(address.getHost(), address.getPort());
        redis.setDatabase(address.getDatabase());
        if (address.getCredentialsProvider() != null) {
            var login = address.getCredentialsProvider().resolveCredentials().block();
            if (login != null && login.getPassword() != null) {
                redis.setPassword(login.getPassword());
            }
        }
        return connect(redis);
    }

    void flush() {
        template().execute((org.springframework.data.redis.core.RedisCallback<Void>) connection -> {
            connection.serverCommands().flushDb();
            return null;
        });
    }

    private StringRedisTemplate connect(RedisStandaloneConfiguration where) {
        LettuceClientConfiguration patience = LettuceClientConfiguration.builder()
                .commandTimeout(Duration.ofSeconds(2))
                .clientOptions(ClientOptions.create())
                .build();
        LettuceConnectionFactory connections = new LettuceConnectionFactory(where, patience);
        connections.afterPropertiesSet();
        connections.start();
        open.add(connections);
        return new StringRedisTemplate(connections);
    }

    @Override
    public void close() {
        open.forEach(LettuceConnectionFactory::destroy);
    }
}

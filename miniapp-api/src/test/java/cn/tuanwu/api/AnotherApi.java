package cn.tuanwu.api;

import org.springframework.context.ConfigurableApplicationContext;

/** A second node over the same database and keys, to be closed by the test. */
public final class AnotherApi implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private AnotherApi(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static AnotherApi withRedis(String url) {
        return new AnotherApi(MiniappApiApplication.application().run(RunningApi.settings(RunningApi.DATABASE, url)));
    }

    public Client client() {
        return new Client(RunningApi.port(context));
    }

    @Override
    public void close() {
        context.close();
    }
}

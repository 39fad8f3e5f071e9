package cn.tuanwu.sandbox;

import cn.tuanwu.sandbox.front.Doorway;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** The platforms while they run; closing saves their state and frees the port. */
public final class RunningPlatform implements AutoCloseable {

    private final ServletWebServerApplicationContext context;

    RunningPlatform(ServletWebServerApplicationContext context) {
        this.context = context;
    }

    public int port() {
        return context.getWebServer().getPort();
    }

    /** Lets people in. */
    public void open() {
        context.getBean(Doorway.class).open();
    }

    @Override
    public void close() {
        context.close();
    }
}

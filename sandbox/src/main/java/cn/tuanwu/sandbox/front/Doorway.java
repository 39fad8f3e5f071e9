package cn.tuanwu.sandbox.front;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps people out while the applications behind are still starting: whoever is let in finds everything working. The
 * platforms answer from the first moment, as the applications may ask them something at their start.
 */
public class Doorway extends OncePerRequestFilter {

    private static final byte[] PATIENCE = """
            <!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta http-equiv="refresh" content="1">
            <title>团务 · 沙箱</title><p style="font:18px sans-serif;text-align:center;margin-top:20vh">正在启动，请稍候……</p>
            """.getBytes(StandardCharsets.UTF_8);

    private volatile boolean open;

    public Doorway(boolean open) {
        this.open = open;
    }

    /** From now on everybody is let in. */
    public void open() {
        open = true;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return open || request.getRequestURI().startsWith("/platform/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", "1");
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(PATIENCE);
    }
}

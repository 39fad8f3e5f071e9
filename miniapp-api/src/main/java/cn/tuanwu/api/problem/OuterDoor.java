package cn.tuanwu.api.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Around everything, the session included: the security headers of every answer, and a problem for what still escapes. */
@Component
@Order(OuterDoor.PLACE)
class OuterDoor extends OncePerRequestFilter {
    static final int PLACE = Integer.MIN_VALUE + 10;

    private final ProblemWriter problems;

    OuterDoor(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Referrer-Policy", "no-referrer");
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException failure) {
            problems.write(response, Problems.of(failure));
        }
    }
}

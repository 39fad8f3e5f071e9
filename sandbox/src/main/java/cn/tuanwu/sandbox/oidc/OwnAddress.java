package cn.tuanwu.sandbox.oidc;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * One issuer, whichever name people reach the sandbox by: the address on this machine, which is where the applications ask.
 */
final class OwnAddress extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Own(request), response);
    }

    private static final class Own extends HttpServletRequestWrapper {
        Own(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getScheme() {
            return "http";
        }

        @Override
        public String getServerName() {
            return "127.0.0.1";
        }

        @Override
        public int getServerPort() {
            return getLocalPort();
        }

        @Override
        public StringBuffer getRequestURL() {
            return new StringBuffer("http://127.0.0.1:" + getLocalPort() + getRequestURI());
        }
    }
}

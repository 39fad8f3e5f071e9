package cn.tuanwu.sandbox.oidc;

import cn.tuanwu.sandbox.PlatformSettings.Login;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs in whoever the address names, for this one request: the browser remembers nothing, so the next may be another. */
final class ChosenPerson extends OncePerRequestFilter {

    static final String FIELD = "person";

    private final Login login;

    ChosenPerson(Login login) {
        this.login = login;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean asking = request.getRequestURI().endsWith("/oauth2/authorize");
        Persons.find(asking ? String.valueOf(request.getParameter(FIELD)) : "")
                .map(person -> UsernamePasswordAuthenticationToken.authenticated(
                        login.id() + "-" + person.id(), null, List.of(FactorGrantedAuthority.fromFactor("CHOSEN"))))
                .ifPresent(SecurityContextHolder.getContext()::setAuthentication);
        chain.doFilter(request, response);
    }
}

package cn.tuanwu.sandbox.oidc;

import cn.tuanwu.sandbox.PlatformSettings.Login;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriComponentsBuilder;

/** Instead of a password: whoever is tapped has signed in. */
final class LoginPage implements AuthenticationEntryPoint {

    private static final String PAGE = """
            <!doctype html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s · 登录</title>
            <style>
            body { margin: 0; padding: 48px 20px; background: #fff; color: #1d1f24; font: 16px/1.6 sans-serif }
            main { max-width: 26em; margin: 0 auto }
            h1 { margin: 0; font-size: 22px; color: #9d1016 }
            p { margin: 4px 0 24px; color: #5d626c }
            a { display: block; margin: 12px 0; padding: 12px 16px; border: 1px solid #d5d7dd; border-radius: 10px; color: inherit; text-decoration: none }
            b { display: block; font-size: 17px }
            small { color: #5d626c; font-size: 14px }
            .no { border: 0; color: #1a5fb4; text-align: center }
            </style>
            </head>
            <body><main>
            <h1>%1$s</h1>
            <p>沙箱里的登录服务：点一个人，就是以这个人的身份登录并同意授权。</p>
            %2$s
            <a class="no" href="%3$s">取消登录</a>
            </main></body>
            </html>
            """;

    private final Login login;

    LoginPage(Login login) {
        this.login = login;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        String own = request.getRequestURI() + "?" + request.getQueryString() + "&" + ChosenPerson.FIELD + "=";
        String people = Persons.all().stream()
                .map(person -> "<a href=\"%s\"><b>%s</b><small>%s</small></a>"
                        .formatted(HtmlUtils.htmlEscape(own + person.id()), person.name(), phone(person)))
                .collect(Collectors.joining("\n"));
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream()
                .write(PAGE.formatted(login.name(), people, HtmlUtils.htmlEscape(no(request)))
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static String phone(Persons.Person person) {
        String masked = person.phone().substring(0, 3) + "****" + person.phone().substring(7);
        return masked + (person.verified() ? "" : "（号码未验证）");
    }

    /** The server has judged the address before anybody sees this page. */
    private static String no(HttpServletRequest request) {
        return UriComponentsBuilder.fromUriString(request.getParameter("redirect_uri"))
                .queryParam("error", "access_denied")
                .queryParam("state", request.getParameter("state"))
                .toUriString();
    }
}

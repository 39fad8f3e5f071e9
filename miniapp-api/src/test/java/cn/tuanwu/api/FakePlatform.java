package cn.tuanwu.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The platforms as far as signing in goes: a code is good once, and is of the user it is named after. */
public final class FakePlatform {
    public static final String SESSION_KEY = "c2Vzc2lvbi1rZXktb2YtdGhlLXVzZXI=";
    private static final Pattern CODE = Pattern.compile("(?:^|&)(?:js_)?code=([^&]*)");
    private static final Pattern TOKEN = Pattern.compile("(?:^|&)access_token=([^&]*)");

    private static final Pattern PHONE_CODE = Pattern.compile("([0-9]{1,3})-([0-9]{6,14})");

    private final HttpServer server;
    private final Set<String> used = ConcurrentHashMap.newKeySet();
    private final AtomicInteger tokens = new AtomicInteger();
    private volatile boolean broken;

    private FakePlatform(HttpServer server) {
        this.server = server;
    }

    static FakePlatform start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            FakePlatform platform = new FakePlatform(server);
            server.createContext("/cgi-bin/stable_token", platform::token);
            server.createContext("/sns/jscode2session", platform::session);
            server.createContext("/wxa/business/getuserphonenumber", platform::phone);
            server.createContext("/cgi-bin/gettoken", platform::corpToken);
            server.createContext("/cgi-bin/auth/getuserinfo", platform::reader);
            server.start();
            return platform;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on it answers with an error page. */
    public void breakDown() {
        broken = true;
    }

    public void recover() {
        broken = false;
    }

    private void token(HttpExchange exchange) throws IOException {
        answer(exchange, "{\"access_token\":\"fake-token\",\"expires_in\":7200}");
    }

    private void session(HttpExchange exchange) throws IOException {
        Matcher code = CODE.matcher(exchange.getRequestURI().getRawQuery());
        if (!code.find() || !used.add(code.group(1))) {
            answer(exchange, "{\"errcode\":40163,\"errmsg\":\"code been used\"}");
            return;
        }
        answer(exchange, "{\"openid\":\"o-" + code.group(1) + "\",\"session_key\":\"" + SESSION_KEY + "\"}");
    }

    /** A phone code is the number it stands for, with its country: 86-139…. */
    private void phone(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Matcher code = PHONE_CODE.matcher(body);
        if (!code.find() || !used.add(code.group())) {
            answer(exchange, "{\"errcode\":40029,\"errmsg\":\"invalid code\"}");
            return;
        }
        answer(
                exchange,
                "{\"errcode\":0,\"errmsg\":\"ok\",\"phone_info\":{\"phoneNumber\":\"+" + code.group(1) + code.group(2)
                        + "\",\"purePhoneNumber\":\"" + code.group(2) + "\",\"countryCode\":" + code.group(1)
                        + ",\"watermark\":{\"timestamp\":1,\"appid\":\"wxmptuanwudemo\"}}}");
    }

    /** The token given out last is unknown from now on. */
    public void revokeCorpToken() {
        tokens.incrementAndGet();
    }

    private void corpToken(HttpExchange exchange) throws IOException {
        answer(exchange, "{\"errcode\":0,\"access_token\":\"corp-" + tokens.get() + "\",\"expires_in\":7200}");
    }

    /** A code is the userid and what makes it unique: zhangsan-1; of an outsider there is no userid. */
    private void reader(HttpExchange exchange) throws IOException {
        Matcher token = TOKEN.matcher(exchange.getRequestURI().getRawQuery());
        Matcher code = CODE.matcher(exchange.getRequestURI().getRawQuery());
        if (!token.find() || !token.group(1).equals("corp-" + tokens.get())) {
            answer(exchange, "{\"errcode\":40014,\"errmsg\":\"invalid access_token\"}");
        } else if (!code.find() || !used.add(code.group(1))) {
            answer(exchange, "{\"errcode\":40029,\"errmsg\":\"invalid code\"}");
        } else if (code.group(1).startsWith("outsider")) {
            answer(exchange, "{\"errcode\":0,\"errmsg\":\"ok\",\"openid\":\"o-1\"}");
        } else {
            answer(
                    exchange,
                    "{\"errcode\":0,\"errmsg\":\"ok\",\"userid\":\""
                            + code.group(1).split("-")[0] + "\"}");
        }
    }

    private void answer(HttpExchange exchange, String json) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] body = (broken ? "<html>bad gateway</html>" : json).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", broken ? "text/html" : "application/json");
        exchange.sendResponseHeaders(broken ? 502 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}

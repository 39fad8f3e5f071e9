package cn.tuanwu.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import me.chanjar.weixin.cp.util.crypto.WxCpCryptUtil;
import me.chanjar.weixin.mp.config.impl.WxMpDefaultConfigImpl;
import me.chanjar.weixin.mp.util.crypto.WxMpCryptUtil;

/** A bot that opens callbacks with WxJava, remembers what they said and answers what the test wants. */
final class FakeBot implements AutoCloseable {

    /** One attempt as it arrived: the message in clear, what came in the query, and the raw body. */
    record Received(String xml, Map<String, String> query, String body) {}

    final List<Received> received = new CopyOnWriteArrayList<>();
    final Deque<Integer> coming = new ConcurrentLinkedDeque<>();
    volatile UnaryOperator<String> reply = xml -> "";
    volatile String rawReply;

    private final HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    private WxCpCryptUtil weCom;
    private WxMpCryptUtil officialAccount;

    FakeBot() throws IOException {
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/callback/wecom", exchange -> serve(exchange, weCom));
        server.createContext("/callback/oa", exchange -> serve(exchange, officialAccount));
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    void knows(PlatformSettings settings) {
        WxCpDefaultConfigImpl corp = new WxCpDefaultConfigImpl();
        corp.setCorpId(settings.weCom().corpId());
        corp.setToken(settings.weCom().token());
        corp.setAesKey(settings.weCom().aesKey());
        weCom = new WxCpCryptUtil(corp);
        WxMpDefaultConfigImpl account = new WxMpDefaultConfigImpl();
        account.setAppId(settings.officialAccount().appId());
        account.setToken(settings.officialAccount().token());
        account.setAesKey(settings.officialAccount().aesKey());
        officialAccount = new WxMpCryptUtil(account);
    }

    String last() {
        return received.get(received.size() - 1).xml();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange, WxCryptUtil crypto) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
            String xml =
                    crypto.decryptXml(query.get("msg_signature"), query.get("timestamp"), query.get("nonce"), body);
            received.add(new Received(xml, query, body));
            Integer status = coming.poll();
            String plain = rawReply != null ? "" : reply.apply(xml);
            String answer = rawReply != null ? rawReply : plain.isEmpty() ? "" : crypto.encrypt(plain);
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status == null ? 200 : status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new HashMap<>();
        for (String pair : raw.split("&")) {
            query.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return query;
    }
}

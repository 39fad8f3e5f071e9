package cn.tuanwu.bot.tencent;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A WeChat Work that takes only its newest token, and counts who asks for what. */
final class TokenPlatform implements AutoCloseable {
    final AtomicInteger tokensGiven = new AtomicInteger();
    final AtomicInteger refusedCalls = new AtomicInteger();
    final AtomicInteger takenCalls = new AtomicInteger();
    private final HttpServer server;
    private volatile CountDownLatch door = new CountDownLatch(0);
    private volatile String alive = "none yet";

    TokenPlatform() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 200);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "token-platform");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/cgi-bin/gettoken", this::give);
        server.createContext("/cgi-bin/message/send", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on no call is accepted with the tokens given so far. */
    void revoke() {
        alive = "revoked";
    }

    /** Token calls are answered only after so many calls were refused. */
    void answerAfterRefusing(int calls) {
        door = new CountDownLatch(calls);
    }

    private void give(HttpExchange exchange) throws IOException {
        try {
            door.await(4, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        alive = "token-" + tokensGiven.incrementAndGet();
        say(exchange, "{\"errcode\":0,\"access_token\":\"" + alive + "\",\"expires_in\":7200}");
    }

    private void take(HttpExchange exchange) throws IOException {
        boolean good = exchange.getRequestURI().getQuery().endsWith("access_token=" + alive);
        (good ? takenCalls : refusedCalls).incrementAndGet();
        say(exchange, good ? "{\"errcode\":0,\"msgid\":\"m\"}" : "{\"errcode\":42001,\"errmsg\":\"expired\"}");
        if (!good) {
            door.countDown();
        }
    }

    private static void say(HttpExchange exchange, String answer) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

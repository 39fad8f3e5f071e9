package cn.tuanwu.support;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

record OssStubAnswer(int status, String code, Map<String, String> headers, byte[] body) {

    static OssStubAnswer ok(Map<String, String> headers) {
        return new OssStubAnswer(200, "", headers, new byte[0]);
    }

    static OssStubAnswer xml(String body) {
        String whole = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + body;
        return new OssStubAnswer(
                200, "", Map.of("Content-Type", "application/xml"), whole.getBytes(StandardCharsets.UTF_8));
    }

    static OssStubAnswer refused(int status, String code) {
        String body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>" + code + "</Code><Message>" + code
                + "</Message><RequestId>1</RequestId><HostId>stub</HostId></Error>";
        return new OssStubAnswer(
                status, code, Map.of("Content-Type", "application/xml"), body.getBytes(StandardCharsets.UTF_8));
    }

    void send(HttpExchange exchange) throws IOException {
        headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.getResponseHeaders().set("x-oss-request-id", "1");
        boolean bare = exchange.getRequestMethod().equals("HEAD") || status == 204 || body.length == 0;
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
        } else {
            exchange.sendResponseHeaders(status, bare ? -1 : body.length);
        }
        if (!bare) {
            exchange.getResponseBody().write(body);
        }
    }
}

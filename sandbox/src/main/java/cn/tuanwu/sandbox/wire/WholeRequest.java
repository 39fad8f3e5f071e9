package cn.tuanwu.sandbox.wire;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A request with its body read. The platforms look at the body whatever content type it claims, so a form type, which
 * the container would take apart, is hidden.
 */
final class WholeRequest extends HttpServletRequestWrapper {

    private static final int LIMIT = 22 * 1024 * 1024;
    private static final String OIDC = "/platform/oidc/";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final byte[] body;

    private WholeRequest(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    static WholeRequest of(HttpServletRequest request) throws IOException {
        byte[] form = request.getRequestURI().startsWith(OIDC) ? form(request) : new byte[0];
        return new WholeRequest(
                request, form.length > 0 ? form : request.getInputStream().readNBytes(LIMIT));
    }

    /** OpenID Connect is spoken in real forms: the container takes them apart, so they are put together again here. */
    private static byte[] form(HttpServletRequest request) {
        boolean posted = "POST".equals(request.getMethod());
        return (posted ? request.getParameterMap() : Map.<String, String[]>of())
                .entrySet().stream()
                        .map(field -> field.getKey() + "=" + String.join(" ", field.getValue()))
                        .collect(Collectors.joining("&"))
                        .getBytes(StandardCharsets.UTF_8);
    }

    byte[] body() {
        return body;
    }

    @Override
    public String getContentType() {
        String type = super.getContentType();
        return type != null && type.toLowerCase().startsWith(FORM) ? "application/json" : type;
    }

    @Override
    public String getHeader(String name) {
        return "content-type".equalsIgnoreCase(name) ? getContentType() : super.getHeader(name);
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public ServletInputStream getInputStream() {
        ByteArrayInputStream bytes = new ByteArrayInputStream(body);
        return new ServletInputStream() {
            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                return bytes.read(target, offset, length);
            }

            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException("The body is already here");
            }
        };
    }
}

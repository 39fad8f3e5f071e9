package cn.tuanwu.support;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signature V4 of OSS reckoned once more from what came over the wire, in the header or in the address. */
final class OssStubSignature {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private OssStubSignature() {}

    static boolean isGood(OssStubCall call) {
        return call.query().containsKey("x-oss-signature") ? inAddress(call) : inHeader(call);
    }

    private static boolean inHeader(OssStubCall call) {
        String authorization = Optional.ofNullable(call.header("authorization")).orElse("");
        if (!authorization.startsWith("OSS4-HMAC-SHA256 ")) {
            return false;
        }
        Map<String, String> parts = Arrays.stream(
                        authorization.substring("OSS4-HMAC-SHA256 ".length()).split(","))
                .map(part -> part.strip().split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        String date = call.header("x-oss-date");
        boolean fresh = Duration.between(Instant.from(TIME.parse(date)), Instant.now())
                        .abs()
                        .compareTo(Duration.ofMinutes(15))
                < 0;
        return fresh
                && matches(
                        call,
                        date,
                        parts.get("Credential"),
                        parts.getOrDefault("AdditionalHeaders", ""),
                        parts.get("Signature"));
    }

    private static boolean inAddress(OssStubCall call) {
        String date = call.query().get("x-oss-date");
        Instant until = Instant.from(TIME.parse(date))
                .plusSeconds(Long.parseLong(call.query().get("x-oss-expires")));
        return Instant.now().isBefore(until)
                && matches(
                        call,
                        date,
                        call.query().get("x-oss-credential"),
                        call.query().getOrDefault("x-oss-additional-headers", ""),
                        call.query().get("x-oss-signature"));
    }

    private static boolean matches(OssStubCall call, String date, String credential, String additional, String sent) {
        String scope = date.substring(0, 8) + "/" + OssStub.REGION + "/oss/aliyun_v4_request";
        if (!credential.equals(OssStub.KEY_ID + "/" + scope)) {
            return false;
        }
        String toSign = "OSS4-HMAC-SHA256\n" + date + "\n" + scope + "\n" + hex(sha256(canonical(call, additional)));
        byte[] key = ("aliyun_v4" + OssStub.SECRET).getBytes(StandardCharsets.UTF_8);
        for (String step : new String[] {date.substring(0, 8), OssStub.REGION, "oss", "aliyun_v4_request"}) {
            key = hmac(key, step);
        }
        return hex(hmac(key, toSign)).equals(sent);
    }

    private static String canonical(OssStubCall call, String additional) {
        Set<String> more = new TreeSet<>(Arrays.asList(additional.toLowerCase().split(";")));
        Map<String, String> headers = new TreeMap<>();
        call.headers().forEach((name, value) -> {
            boolean counts = name.startsWith("x-oss-")
                    || name.equals("content-type")
                    || name.equals("content-md5")
                    || more.contains(name);
            if (counts) {
                headers.put(name, name + ":" + value.strip() + "\n");
            }
        });
        String query = call.query().entrySet().stream()
                .filter(entry -> !entry.getKey().equals("x-oss-signature"))
                .collect(Collectors.toMap(
                        entry -> encoded(entry.getKey()),
                        entry -> entry.getValue().isEmpty()
                                ? encoded(entry.getKey())
                                : encoded(entry.getKey()) + "=" + encoded(entry.getValue()),
                        (one, other) -> one,
                        TreeMap::new))
                .values()
                .stream()
                .collect(Collectors.joining("&"));
        String path = encoded(call.path()).replace("%2F", "/");
        return call.method() + "\n" + path + "\n" + query + "\n" + String.join("", headers.values()) + "\n" + additional
                + "\nUNSIGNED-PAYLOAD";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}

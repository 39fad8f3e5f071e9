package cn.tuanwu.api;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A provider of OpenID Connect that keeps to the protocol until a test makes it lie. */
public final class FakeProvider {
    private final HttpServer server;
    private final String clientId;
    private final RSAKey key = key("published");
    private final Map<String, Signing> codes = new ConcurrentHashMap<>();
    private final Map<String, Person> tokens = new ConcurrentHashMap<>();
    private volatile UnaryOperator<JWTClaimsSet.Builder> claims;
    private volatile Function<JWTClaimsSet, String> sealed;
    private volatile String otherSubject;
    private final AtomicInteger exchanges = new AtomicInteger();
    private volatile boolean down;

    private FakeProvider(HttpServer server, String clientId) {
        this.server = server;
        this.clientId = clientId;
        honest();
    }

    static FakeProvider start(String clientId) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            FakeProvider provider = new FakeProvider(server, clientId);
            server.createContext("/.well-known/openid-configuration", provider::discovery);
            server.createContext("/keys", provider::keys);
            server.createContext("/token", provider::token);
            server.createContext("/userinfo", provider::userInfo);
            server.start();
            return provider;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever signs in there; {@code phone} is null for somebody without one. */
    public record Person(String subject, String phone, boolean verified) {
        public static Person of(String phone) {
            return new Person("p-" + UUID.randomUUID(), phone, true);
        }
    }

    private record Signing(Person person, Map<String, String> asked) {}

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<String> settings(String id, String name) {
        String prefix = "--TUANWU_OIDC_" + id + "_";
        return List.of(
                prefix + "ISSUER=" + issuer(),
                prefix + "NAME=" + name,
                prefix + "CLIENT_ID=" + clientId,
                prefix + "CLIENT_SECRET=sandbox-" + clientId);
    }

    public void honest() {
        claims = honestly -> honestly;
        sealed = honestly -> signed(honestly, key);
        otherSubject = null;
        down = false;
    }

    /** How many codes it was shown. */
    public int exchanges() {
        return exchanges.get();
    }

    public void breakDown() {
        down = true;
    }

    public void claim(UnaryOperator<JWTClaimsSet.Builder> lie) {
        claims = lie;
    }

    /** Signs with a key of its own that bears the published key's name. */
    public void signWithForeignKey() {
        RSAKey foreign = key("published");
        sealed = claims -> signed(claims, foreign);
    }

    public void sealWith(Function<JWTClaimsSet, String> lie) {
        sealed = lie;
    }

    public void sayUserInfoOf(String subject) {
        otherSubject = subject;
    }

    /** The person signs in at this address; where the browser is sent back to, as path and query. */
    public String signIn(String address, Person person) {
        Map<String, String> asked = query(URI.create(address).getRawQuery());
        String code = UUID.randomUUID().toString();
        codes.put(code, new Signing(person, asked));
        return URI.create(asked.get("redirect_uri")).getPath() + "?code=" + code + "&state=" + asked.get("state");
    }

    public static Map<String, String> query(String raw) {
        Map<String, String> found = new HashMap<>();
        for (String pair : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            found.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return found;
    }

    private void discovery(HttpExchange exchange) throws IOException {
        answer(exchange, """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                "userinfo_endpoint":"%1$s/userinfo","jwks_uri":"%1$s/keys","response_types_supported":["code"],
                "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"]}
                """.formatted(issuer()));
    }

    private void keys(HttpExchange exchange) throws IOException {
        answer(exchange, new JWKSet(key.toPublicJWK()).toString());
    }

    private void token(HttpExchange exchange) throws IOException {
        exchanges.incrementAndGet();
        Map<String, String> asked = query(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Signing signing = codes.remove(asked.get("code"));
        boolean good = signing != null
                && s256(asked.get("code_verifier")).equals(signing.asked().get("code_challenge"))
                && exchange.getRequestHeaders()
                        .getFirst("Authorization")
                        .equals("Basic "
                                + Base64.getEncoder()
                                        .encodeToString(
                                                (clientId + ":sandbox-" + clientId).getBytes(StandardCharsets.UTF_8)));
        if (!good) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        String token = UUID.randomUUID().toString();
        tokens.put(token, signing.person());
        Instant now = Instant.now();
        JWTClaimsSet told = claims.apply(new JWTClaimsSet.Builder()
                        .issuer(issuer())
                        .subject(signing.person().subject())
                        .audience(clientId)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(300)))
                        .claim("nonce", signing.asked().get("nonce")))
                .build();
        answer(
                exchange,
                "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":300,\"id_token\":\""
                        + sealed.apply(told) + "\"}");
    }

    private void userInfo(HttpExchange exchange) throws IOException {
        Person person = tokens.get(
                exchange.getRequestHeaders().getFirst("Authorization").replaceFirst("^Bearer ", ""));
        String subject = otherSubject == null ? person.subject() : otherSubject;
        String phone = person.phone() == null
                ? ""
                : ",\"phone_number\":\"+86" + person.phone() + "\",\"phone_number_verified\":" + person.verified();
        answer(exchange, "{\"sub\":\"" + subject + "\"" + phone + "}");
    }

    private void answer(HttpExchange exchange, String json) throws IOException {
        answer(exchange, 200, json);
    }

    private void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(down ? 502 : status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String signed(JWTClaimsSet claims, RSAKey with) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(with.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(with));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String s256(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

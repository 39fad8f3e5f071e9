package cn.tuanwu.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.sandbox.world.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The providers of linked accounts, as a client that keeps to the protocol meets them. */
@Tag("registration")
class LinkedLoginTest {

    /** A pair of RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final String BACK = "http://demo.example/api/linked/qnzs/return";

    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        stage = Stage.open();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void whoIsChosenHasSignedIn() throws Exception {
        HttpResponse<byte[]> page = get(authorize(BACK, ""));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(text(page)).contains("广东青年之声", "林晓", "138****0001", "号码未验证", "error=access_denied");
        JsonNode tokens = tokens(code(get(authorize(BACK, "&person=linxiao"))), VERIFIER);
        JsonNode claims = claims(tokens);
        assertThat(claims.path("iss").asString()).isEqualTo(stage.url("/platform/oidc/qnzs"));
        assertThat(claims.path("sub").asString()).isEqualTo("qnzs-linxiao");
        assertThat(claims.path("nonce").asString()).isEqualTo("n1");
        JsonNode info = json(stage.send(stage.request("/platform/oidc/qnzs/userinfo")
                .header("Authorization", "Bearer " + tokens.path("access_token").asString())
                .build()));
        assertThat(info.path("phone_number").asString()).isEqualTo("+8613822220001");
        assertThat(info.path("phone_number_verified").asBoolean()).isTrue();
    }

    /** Break: leave requireProofKey out of OidcServer.client. */
    @Test
    void aCodeIsGoodOnceAndForItsVerifierOnly() throws Exception {
        String code = code(get(authorize(BACK, "&person=linxiao")));
        assertThat(tokens(code, VERIFIER.replace('d', 'e')).path("error").asString())
                .isEqualTo("invalid_grant");
        String good = code(get(authorize(BACK, "&person=linxiao")));
        assertThat(tokens(good, VERIFIER).has("id_token")).isTrue();
        assertThat(tokens(good, VERIFIER).path("error").asString()).isEqualTo("invalid_grant");
        String naked = authorize(BACK, "&person=linxiao").replace("code_challenge", "x");
        assertThat(get(naked).headers().firstValue("location").orElse("")).contains("error=invalid_request");
    }

    @Test
    void aForeignReturnAddressIsRefused() throws Exception {
        assertThat(get(authorize("http://evil.example/back", "&person=linxiao")).statusCode())
                .isEqualTo(400);
        assertThat(get(authorize("http://evil.example/back", "")).statusCode()).isEqualTo(400);
    }

    @Test
    void theOtherDoorsDontKnowOfIt() throws Exception {
        HttpResponse<byte[]> other = get("/sandbox/state;x=1");
        assertThat(other.headers().firstValue("x-frame-options")).isEmpty();
        assertThat(stage.get("/sandbox/state").has("members")).isTrue();
        assertThat(stage.get("/platform/oidc/yht/.well-known/openid-configuration")
                        .path("issuer")
                        .asString())
                .isEqualTo(stage.url("/platform/oidc/yht"));
        assertThat(stage.lastOnTheWire().path("platform").asString()).isEqualTo("LOGIN");
    }

    private String authorize(String back, String more) throws Exception {
        JsonNode about = stage.get("/platform/oidc/qnzs/.well-known/openid-configuration");
        URI door = URI.create(about.path("authorization_endpoint").asString());
        assertThat(door.getHost()).isEqualTo("demo.example");
        return door.getPath() + "?response_type=code&client_id=tuanwu-qnzs&scope=openid%20phone&state=s1&nonce=n1"
                + "&code_challenge_method=S256&code_challenge=" + CHALLENGE + "&redirect_uri="
                + URLEncoder.encode(back, StandardCharsets.UTF_8) + more;
    }

    private static String code(HttpResponse<byte[]> answer) {
        String location = answer.headers().firstValue("location").orElseThrow(() -> new AssertionError(text(answer)));
        assertThat(location).startsWith(BACK + "?code=").contains("state=s1");
        return location.replaceAll(".*[?&]code=([^&]+).*", "$1");
    }

    private JsonNode tokens(String code, String verifier) throws Exception {
        String secret = stage.settings.logins().get(0).secret();
        String client = Base64.getEncoder().encodeToString(("tuanwu-qnzs:" + secret).getBytes(StandardCharsets.UTF_8));
        return json(stage.send(HttpRequest.newBuilder(URI.create(stage.url("/platform/oidc/qnzs/oauth2/token")))
                .header("Authorization", "Basic " + client)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=authorization_code&code=" + code + "&code_verifier="
                        + verifier + "&redirect_uri=" + URLEncoder.encode(BACK, StandardCharsets.UTF_8)))
                .build()));
    }

    private static JsonNode claims(JsonNode tokens) {
        assertThat(tokens.has("id_token")).as(tokens.toString()).isTrue();
        String middle = tokens.path("id_token").asString().split("\\.")[1];
        return Json.object(Base64.getUrlDecoder().decode(middle)).orElseThrow();
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return stage.send(HttpRequest.newBuilder(URI.create(stage.url(path)))
                .header("Accept", "text/html")
                .build());
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        return Json.object(answer.body()).orElseThrow(() -> new AssertionError(answer.statusCode() + text(answer)));
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}

package cn.tuanwu.push;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Asks a platform for an access token, once. */
public interface TokenSource {

    TokenAnswer fetch();

    /** For a platform that goes on handing out a dead token until it is told; scarce, so rarely to be used. */
    default Optional<TokenAnswer> force() {
        return Optional.empty();
    }

    /** WeChat Work: the same token for every caller until it ends or is revoked. */
    static TokenSource weCom(String api, String corpId, String secret) {
        URI address = URI.create(api + "/cgi-bin/gettoken?corpid=" + encode(corpId) + "&corpsecret=" + encode(secret));
        return () -> TokenCall.send(HttpRequest.newBuilder(address).GET());
    }

    /** Official account and mini-program: the stable token, which no other caller takes away. */
    static TokenSource stable(String api, String appId, String secret) {
        URI address = URI.create(api + "/cgi-bin/stable_token");
        return new TokenSource() {
            @Override
            public TokenAnswer fetch() {
                return ask(false);
            }

            @Override
            public Optional<TokenAnswer> force() {
                return Optional.of(ask(true));
            }

            private TokenAnswer ask(boolean force) {
                return TokenCall.send(HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared()
                                .createObjectNode()
                                .put("grant_type", "client_credential")
                                .put("appid", appId)
                                .put("secret", secret)
                                .put("force_refresh", force)
                                .toString())));
            }
        };
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}

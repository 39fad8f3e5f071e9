package cn.tuanwu.push;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** Asks a platform for an access token, once. */
public interface TokenSource {
    Set<Integer> DEAD_TOKEN = Set.of(40001, 40014, 42001);

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

    /** The ticket of WeChat Work's JS-SDK. An access token that died meanwhile costs one repetition. */
    static TokenSource weComTicket(String api, SharedToken access) {
        return new TokenSource() {
            @Override
            public TokenAnswer fetch() {
                TokenAnswer first = ask();
                boolean dead = first instanceof TokenAnswer.Refused refused && DEAD_TOKEN.contains(refused.errcode());
                return dead && access.died() ? ask() : first;
            }

            private TokenAnswer ask() {
                if (access.take() instanceof TokenAnswer.Given given) {
                    URI address = URI.create(api + "/cgi-bin/get_jsapi_ticket?access_token=" + encode(given.token()));
                    return TokenCall.send(HttpRequest.newBuilder(address).GET());
                }
                return new TokenAnswer.NoAnswer("no access token");
            }
        };
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

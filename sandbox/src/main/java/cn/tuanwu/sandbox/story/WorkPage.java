package cn.tuanwu.sandbox.story;

import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The page behind 查看详情 on an operator's phone: WeChat Work tells it who opened it, then it shows and decides. */
final class WorkPage {
    private static final Pattern REVIEW = Pattern.compile("/m/#/reviews/([0-9]+)$");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&#]+)&state=([^&#]+)");

    private final ApiClient api;
    private final String path;

    private WorkPage(ApiClient api, String path) {
        this.api = api;
        this.path = path;
    }

    /** Opens what the card links to, as this operator's phone does. */
    static WorkPage open(URI address, String operator, JsonNode card) {
        String url = card.path("jumps").path(0).path("url").asString("");
        Matcher review = REVIEW.matcher(url);
        if (!review.find()) {
            throw new Unexpected("a card with 查看详情", card);
        }
        ApiClient api = new ApiClient(address);
        if (!opened(api, operator, url).equals(url)) {
            throw new Unexpected("the phone to open " + url, "another page");
        }
        if (api.get("/m/").status() != 200) {
            throw new Unexpected("the page at /m/", "none");
        }
        signIn(api, operator);
        return new WorkPage(api, "/api/work/reviews/" + review.group(1));
    }

    /** Their pages, not one about a card. */
    static ApiClient of(URI address, String operator) {
        ApiClient api = new ApiClient(address);
        signIn(api, operator);
        return api;
    }

    private static void signIn(ApiClient api, String operator) {
        JsonNode begun = api.get("/api/work/sign-in").ok();
        String authorize = opened(api, operator, begun.path("address").asString(""));
        String back = api.get(authorize).location();
        Matcher arrival = CODE.matcher(back);
        if (!arrival.find() || !arrival.group(2).equals(begun.path("state").asString(""))) {
            throw new Unexpected("the authorisation page to send the phone back", back);
        }
        Map<String, String> wish = Map.of(
                "code", arrival.group(1),
                "state", arrival.group(2),
                "proof", begun.path("proof").asString(""));
        api.use(api.post("/api/work/sessions", wish).ok().path("session").asString(""));
        if (api.post("/api/work/sessions", wish).status() != 401) {
            throw new Unexpected("a code to be good once", "a second session");
        }
    }

    private static String opened(ApiClient api, String operator, String url) {
        return api.get("/sandbox/operators/" + operator + "/open?url=" + ApiClient.encoded(url))
                .location();
    }

    JsonNode detail() {
        return api.get(path).ok();
    }

    ApiClient.Answer approve() {
        return decide(Map.of("decision", "APPROVE"));
    }

    ApiClient.Answer decide(Map<String, String> wish) {
        return api.post(path + "/decision", wish);
    }
}

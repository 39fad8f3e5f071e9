package cn.tuanwu.sandbox.weixin;

import cn.tuanwu.sandbox.PlatformSettings;
import cn.tuanwu.sandbox.gate.ApiAnswer;
import cn.tuanwu.sandbox.gate.Tokens;
import cn.tuanwu.sandbox.wire.WireEntry.Platform;
import cn.tuanwu.sandbox.wire.WireNote;
import cn.tuanwu.sandbox.world.Json;
import cn.tuanwu.sandbox.world.WorldState.App;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Access tokens of the official account and of the mini-program, told apart by their appid. */
@RestController
@RequestMapping("/platform/weixin/cgi-bin")
class WeixinTokenApi {

    private static final String GRANT = "client_credential";

    private final PlatformSettings settings;
    private final Tokens tokens;

    WeixinTokenApi(PlatformSettings settings, Tokens tokens) {
        this.settings = settings;
        this.tokens = tokens;
    }

    @GetMapping("/token")
    ResponseEntity<byte[]> token(
            @RequestParam(name = "grant_type", required = false) String grant,
            @RequestParam(name = "appid", required = false) String appId,
            @RequestParam(name = "secret", required = false) String secret) {
        return issue(grant, appId, secret, tokens::renewed).http();
    }

    @PostMapping("/stable_token")
    ResponseEntity<byte[]> stable(@RequestBody(required = false) byte[] body) {
        ObjectNode call = Json.object(body).orElseGet(Json::object);
        boolean force = call.path("force_refresh").asBoolean(false);
        return issue(
                        call.path("grant_type").asString(""),
                        call.path("appid").asString(""),
                        call.path("secret").asString(""),
                        app -> tokens.stable(app, force))
                .http();
    }

    private ApiAnswer issue(String grant, String appId, String secret, Function<App, ApiAnswer> issuer) {
        if (!GRANT.equals(grant)) {
            return ApiAnswer.refused(40002, "invalid grant_type");
        }
        if (appId == null || appId.isBlank()) {
            return ApiAnswer.refused(41002, "appid missing");
        }
        if (appId.equals(settings.officialAccount().appId())) {
            WireNote.title("公众号领取 access_token");
            return checked(settings.officialAccount().secret(), secret, App.OFFICIAL_ACCOUNT, issuer);
        }
        if (appId.equals(settings.miniProgram().appId())) {
            WireNote.platform(Platform.MINI_PROGRAM);
            WireNote.title("小程序领取 access_token");
            return checked(settings.miniProgram().secret(), secret, App.MINI_PROGRAM, issuer);
        }
        return ApiAnswer.refused(40013, "invalid appid");
    }

    private static ApiAnswer checked(String own, String given, App app, Function<App, ApiAnswer> issuer) {
        if (given == null || given.isBlank()) {
            return ApiAnswer.refused(41004, "appsecret missing");
        }
        return own.equals(given) ? issuer.apply(app) : ApiAnswer.refused(40125, "invalid appsecret");
    }
}

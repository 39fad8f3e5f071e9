package cn.tuanwu.sandbox.wecom;

import cn.tuanwu.sandbox.PlatformSettings;
import cn.tuanwu.sandbox.gate.ApiAnswer;
import cn.tuanwu.sandbox.gate.Gate;
import cn.tuanwu.sandbox.gate.Tokens;
import cn.tuanwu.sandbox.world.WorldState.App;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** WeChat Work's HTTP API. */
@RestController
@RequestMapping("/platform/qyapi/cgi-bin")
class WeComApi {

    private final PlatformSettings.WeCom corp;
    private final Tokens tokens;
    private final Gate gate;
    private final WeComMessages messages;
    private final CardUpdates updates;
    private final OAuthCodes codes;
    private final UserTickets tickets;
    private final MobileBook mobiles;
    private final JsTickets jsTickets;

    WeComApi(
            PlatformSettings settings,
            Tokens tokens,
            Gate gate,
            WeComMessages messages,
            CardUpdates updates,
            OAuthCodes codes,
            UserTickets tickets,
            MobileBook mobiles,
            JsTickets jsTickets) {
        this.jsTickets = jsTickets;
        this.mobiles = mobiles;
        this.tickets = tickets;
        this.corp = settings.weCom();
        this.tokens = tokens;
        this.gate = gate;
        this.messages = messages;
        this.updates = updates;
        this.codes = codes;
    }

    @GetMapping("/gettoken")
    ResponseEntity<byte[]> token(
            @RequestParam(name = "corpid", required = false) String corpId,
            @RequestParam(name = "corpsecret", required = false) String secret) {
        return issue(corpId, secret).http();
    }

    @PostMapping("/message/send")
    ResponseEntity<byte[]> send(
            @RequestParam(name = "access_token", required = false) String token,
            @RequestBody(required = false) byte[] body) {
        return gate.pass(App.WECOM, token, body, messages::send);
    }

    @PostMapping("/message/update_template_card")
    ResponseEntity<byte[]> update(
            @RequestParam(name = "access_token", required = false) String token,
            @RequestBody(required = false) byte[] body) {
        return gate.pass(App.WECOM, token, body, updates::update);
    }

    @GetMapping("/auth/getuserinfo")
    ResponseEntity<byte[]> reader(
            @RequestParam(name = "access_token", required = false) String token,
            @RequestParam(name = "code", required = false) String code) {
        return gate.pass(App.WECOM, token, () -> codes.exchange(code));
    }

    @PostMapping("/auth/getuserdetail")
    ResponseEntity<byte[]> detail(
            @RequestParam(name = "access_token", required = false) String token,
            @RequestBody(required = false) byte[] body) {
        return gate.pass(App.WECOM, token, body, tickets::detail);
    }

    @PostMapping("/user/getuserid")
    ResponseEntity<byte[]> userid(
            @RequestParam(name = "access_token", required = false) String token,
            @RequestBody(required = false) byte[] body) {
        return gate.pass(App.WECOM, token, body, mobiles::userid);
    }

    @GetMapping("/get_jsapi_ticket")
    ResponseEntity<byte[]> jsTicket(@RequestParam(name = "access_token", required = false) String token) {
        return gate.pass(App.WECOM, token, jsTickets::give);
    }

    private ApiAnswer issue(String corpId, String secret) {
        if (corpId == null || corpId.isBlank()) {
            return ApiAnswer.refused(41002, "corpid missing");
        }
        if (secret == null || secret.isBlank()) {
            return ApiAnswer.refused(41004, "corpsecret missing");
        }
        if (!corpId.equals(corp.corpId())) {
            return ApiAnswer.refused(40013, "invalid corpid");
        }
        return secret.equals(corp.secret()) ? tokens.shared(App.WECOM) : ApiAnswer.refused(40001, "invalid credential");
    }
}

package cn.tuanwu.sandbox.weixin;

import cn.tuanwu.sandbox.PlatformSettings;
import cn.tuanwu.sandbox.gate.ApiAnswer;
import cn.tuanwu.sandbox.gate.Gate;
import cn.tuanwu.sandbox.world.Json;
import cn.tuanwu.sandbox.world.WorldState.App;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The mini-program's HTTP API. */
@RestController
@RequestMapping("/platform/weixin")
class MiniProgramApi {

    private final PlatformSettings.MiniProgram program;
    private final Gate gate;
    private final LoginCodes codes;
    private final SubscribeMessages messages;
    private final SubscribeTemplates templates;
    private final PhoneCodes phones;
    private final ProgramCodes programCodes;

    MiniProgramApi(
            PlatformSettings settings,
            Gate gate,
            LoginCodes codes,
            SubscribeMessages messages,
            SubscribeTemplates templates,
            PhoneCodes phones,
            ProgramCodes programCodes) {
        this.templates = templates;
        this.phones = phones;
        this.programCodes = programCodes;
        this.program = settings.miniProgram();
        this.gate = gate;
        this.codes = codes;
        this.messages = messages;
    }

    /** Opened by appid and secret; an access token that comes along is not looked at. */
    @GetMapping("/sns/jscode2session")
    ResponseEntity<byte[]> session(
            @RequestParam(name = "appid", required = false) String appId,
            @RequestParam(name = "secret", required = false) String secret,
            @RequestParam(name = "js_code", required = false) String code) {
        return login(appId, secret, code).http();
    }

    @PostMapping("/cgi-bin/message/subscribe/send")
    ResponseEntity<byte[]> send(
            @RequestParam(name = "access_token", required = false) String token,
            @RequestBody(required = false) byte[] body) {
        return gate.pass(App.MINI_PROGRAM, token, body, messages::send);
    }

    @GetMapping("/wxaapi/newtmpl/gettemplate")
    ResponseEntity<byte[]> templates(@RequestParam(name = "access_token", required = false) String token) {
        return gate.pass(App.MINI_PROGRAM, token, templates::list);
    }

    @PostMapping("/wxa/business/getuserphonenumber")
    ResponseEntity<byte[]> phone(
            @RequestParam(name = "access_token", required = false) String token,
            @RequestBody(required = false) byte[] body) {
        return gate.pass(App.MINI_PROGRAM, token, body, phones::exchange);
    }

    /** A picture, or JSON with an errcode. */
    @PostMapping("/wxa/getwxacodeunlimit")
    ResponseEntity<byte[]> code(
            @RequestParam(name = "access_token", required = false) String token,
            @RequestBody(required = false) byte[] body) {
        Optional<ObjectNode> call = Json.object(body);
        Optional<ApiAnswer> refusal = gate.refuse(App.MINI_PROGRAM, token)
                .or(() -> call.isEmpty() ? Optional.of(Gate.unreadable()) : programCodes.fault(call.get()));
        return refusal.map(ApiAnswer::http).orElseGet(() -> ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .body(QrImages.jpeg(programCodes.create(call.orElseThrow()))));
    }

    private ApiAnswer login(String appId, String secret, String code) {
        if (!program.appId().equals(appId)) {
            return ApiAnswer.refused(40013, "invalid appid");
        }
        if (!program.secret().equals(secret)) {
            return ApiAnswer.refused(40125, "invalid appsecret");
        }
        return code == null || code.isBlank() ? ApiAnswer.refused(41008, "missing code") : codes.exchange(code);
    }
}

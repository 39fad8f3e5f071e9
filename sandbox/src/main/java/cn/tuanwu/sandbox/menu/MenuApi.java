package cn.tuanwu.sandbox.menu;

import cn.tuanwu.sandbox.PlatformSettings;
import cn.tuanwu.sandbox.gate.ApiAnswer;
import cn.tuanwu.sandbox.gate.Gate;
import cn.tuanwu.sandbox.world.WorldState.App;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The menu calls of both platforms; WeChat Work names the agent in the query. */
@RestController
@RequestMapping("/platform")
class MenuApi {

    private final String agentId;
    private final Gate gate;
    private final Menus menus;

    MenuApi(PlatformSettings settings, Gate gate, Menus menus) {
        this.agentId = settings.weCom().agentId();
        this.gate = gate;
        this.menus = menus;
    }

    @PostMapping("/weixin/cgi-bin/menu/create")
    ResponseEntity<byte[]> create(
            @RequestParam(name = "access_token", required = false) String token,
            @RequestBody(required = false) byte[] body) {
        return gate.pass(App.OFFICIAL_ACCOUNT, token, body, call -> menus.create(App.OFFICIAL_ACCOUNT, call));
    }

    @GetMapping("/weixin/cgi-bin/menu/get")
    ResponseEntity<byte[]> get(@RequestParam(name = "access_token", required = false) String token) {
        return gate.pass(App.OFFICIAL_ACCOUNT, token, () -> menus.of(App.OFFICIAL_ACCOUNT)
                .map(buttons -> {
                    ApiAnswer answer = ApiAnswer.bare();
                    answer.json().putObject("menu").set("button", buttons);
                    return answer;
                })
                .orElseGet(MenuApi::none));
    }

    @GetMapping("/weixin/cgi-bin/menu/delete")
    ResponseEntity<byte[]> delete(@RequestParam(name = "access_token", required = false) String token) {
        return gate.pass(App.OFFICIAL_ACCOUNT, token, () -> menus.delete(App.OFFICIAL_ACCOUNT));
    }

    @PostMapping("/qyapi/cgi-bin/menu/create")
    ResponseEntity<byte[]> create(
            @RequestParam(name = "access_token", required = false) String token,
            @RequestParam(name = "agentid", required = false) String agent,
            @RequestBody(required = false) byte[] body) {
        return gate.pass(App.WECOM, token, body, call -> own(agent, () -> menus.create(App.WECOM, call)));
    }

    @GetMapping("/qyapi/cgi-bin/menu/get")
    ResponseEntity<byte[]> get(
            @RequestParam(name = "access_token", required = false) String token,
            @RequestParam(name = "agentid", required = false) String agent) {
        return gate.pass(
                App.WECOM,
                token,
                () -> own(agent, () -> menus.of(App.WECOM)
                        .map(buttons -> {
                            ApiAnswer answer = ApiAnswer.ok();
                            answer.json().set("button", buttons);
                            return answer;
                        })
                        .orElseGet(MenuApi::none)));
    }

    @GetMapping("/qyapi/cgi-bin/menu/delete")
    ResponseEntity<byte[]> delete(
            @RequestParam(name = "access_token", required = false) String token,
            @RequestParam(name = "agentid", required = false) String agent) {
        return gate.pass(App.WECOM, token, () -> own(agent, () -> menus.delete(App.WECOM)));
    }

    private ApiAnswer own(String agent, Supplier<ApiAnswer> call) {
        if (agent == null || !agent.matches("[0-9]+")) {
            return ApiAnswer.refused(40056, "invalid agentid");
        }
        return agent.equals(agentId)
                ? call.get()
                : ApiAnswer.refused(301002, "not allow operate another agent with this accesstoken");
    }

    private static ApiAnswer none() {
        return ApiAnswer.refused(46003, "menu no exist");
    }
}

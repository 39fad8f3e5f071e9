package cn.tuanwu.sandbox.wecom;

import cn.tuanwu.sandbox.PlatformSettings;
import cn.tuanwu.sandbox.gate.ApiAnswer;
import cn.tuanwu.sandbox.gate.Gate;
import cn.tuanwu.sandbox.world.World;
import cn.tuanwu.sandbox.world.WorldState.App;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** The application as the corp's administrators set it up: whom it reaches, its trusted domain, its home page. */
@RestController
@RequestMapping("/platform/qyapi/cgi-bin/agent")
class AgentApi {

    private static final int URL_BYTES = 2048;

    private final PlatformSettings settings;
    private final Gate gate;
    private final VisibleRange range;
    private final World world;

    AgentApi(PlatformSettings settings, Gate gate, VisibleRange range, World world) {
        this.settings = settings;
        this.gate = gate;
        this.range = range;
        this.world = world;
    }

    @GetMapping("/get")
    ResponseEntity<byte[]> get(
            @RequestParam(name = "access_token", required = false) String token,
            @RequestParam(name = "agentid", required = false) String agentId) {
        return gate.pass(App.WECOM, token, () -> refuse(agentId).orElseGet(this::agent));
    }

    /** Changes what the call names. Of all that can be set, the home page is what is kept here. */
    @PostMapping("/set")
    ResponseEntity<byte[]> set(
            @RequestParam(name = "access_token", required = false) String token,
            @RequestBody(required = false) byte[] body) {
        return gate.pass(App.WECOM, token, body, this::set);
    }

    private ApiAnswer set(ObjectNode call) {
        Optional<ApiAnswer> wrongAgent =
                Agents.refuse(call.get("agentid"), settings.weCom().agentId());
        if (wrongAgent.isPresent()) {
            return wrongAgent.get();
        }
        String home = call.path("home_url").asString("");
        if (home.isEmpty()) {
            return ApiAnswer.ok();
        }
        if (!home.matches("https?://\\S+") || home.length() > URL_BYTES) {
            return ApiAnswer.refused(40094, "invalid home_url");
        }
        world.alter(state -> state.agentHomeUrl = home);
        return ApiAnswer.ok();
    }

    private ApiAnswer agent() {
        ApiAnswer answer = ApiAnswer.ok()
                .with("agentid", Long.parseLong(settings.weCom().agentId()))
                .with("name", "团务")
                .with("description", "团员报到审核")
                .with("close", 0)
                .with("redirect_domain", domain())
                .with("report_location_flag", 0)
                .with("isreportenter", 1)
                .with("home_url", world.read(state -> state.agentHomeUrl));
        var users = answer.json().putObject("allow_userinfos").putArray("user");
        range.all().forEach(member -> users.addObject().put("userid", member.userid()));
        answer.json().putObject("allow_partys").putArray("partyid");
        answer.json().putObject("allow_tags").putArray("tagid");
        return answer;
    }

    private Optional<ApiAnswer> refuse(String agentId) {
        return Agents.refuse(
                agentId == null ? null : StringNode.valueOf(agentId),
                settings.weCom().agentId());
    }

    /** Host, and port where it is not the usual one. */
    private String domain() {
        URI own = URI.create(settings.publicUrl());
        return own.getPort() == -1 ? own.getHost() : own.getHost() + ":" + own.getPort();
    }
}

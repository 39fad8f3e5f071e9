package cn.tuanwu.bot.tencent;

import cn.tuanwu.bot.settings.BotSettings;
import cn.tuanwu.kernel.Phone;
import java.util.List;
import me.chanjar.weixin.cp.api.WxCpService;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Messages of our application in WeChat Work. The JSON is ours: the library's own message classes lose parts of a card and
 * of the answer.
 */
@Component
public class WeCom {
    /** What the platform answers when no receiver is left. */
    private static final int NOBODY = 81013;

    private final WxCpService service;
    private final JsonMapper json;
    private final int agentId;
    private final Turnstile turnstile;
    private final Allowance allowance;

    WeCom(WxCpService service, JsonMapper json, BotSettings settings, Turnstile turnstile, Allowance allowance) {
        this.service = service;
        this.json = json;
        this.turnstile = turnstile;
        this.allowance = allowance;
        this.agentId = settings.weCom().agentId();
    }

    /** @param taskId unique for all time: a second card with it is refused with 42014 */
    public CallResult<Sent> sendCard(String userid, String taskId, ObjectNode card) {
        ObjectNode message = message(userid, "template_card");
        message.set("template_card", card.deepCopy().put("task_id", taskId));
        return send(message);
    }

    /** Words alone: what looks like markup in them is read, not followed. */
    public CallResult<Sent> sendText(String userid, String words) {
        return sendText(userid, words, "");
    }

    /** @param link ours, said as it is behind the words */
    public CallResult<Sent> sendText(String userid, String words, String link) {
        ObjectNode message = message(userid, "text");
        message.putObject("text").put("content", ChatText.plain(words) + link);
        return send(message);
    }

    /** Changes one receiver's copy of a card that was sent. Uses the response code up. */
    public CallResult<JsonNode> updateCard(String userid, String responseCode, ObjectNode card) {
        ObjectNode update = json.createObjectNode();
        update.putArray("userids").add(userid);
        update.put("agentid", agentId).put("response_code", responseCode);
        update.set("template_card", card);
        return post("message/update_template_card", allowance.forCall("message/update_template_card"), update);
    }

    /** Who has this phone: refused with 46004 when nobody has whom the application may see. */
    public CallResult<String> userid(Phone phone) {
        ObjectNode body = json.createObjectNode().put("mobile", phone.number());
        return post("user/getuserid", allowance.forCall("user/getuserid"), body).map(found -> text(found, "userid"));
    }

    private ObjectNode message(String userid, String type) {
        return json.createObjectNode()
                .put("touser", userid)
                .put("msgtype", type)
                .put("agentid", agentId);
    }

    private CallResult<Sent> send(ObjectNode message) {
        String userid = message.path("touser").asString();
        CallResult<JsonNode> answer =
                post("message/send", allowance.forMessage("message/send", agentId, userid), message);
        if (answer instanceof CallResult.Ok<JsonNode> ok
                && !ok.value().path("invaliduser").asString("").isEmpty()) {
            return new CallResult.Refused<>(NOBODY);
        }
        return answer.map(sent -> new Sent(text(sent, "msgid"), text(sent, "response_code")));
    }

    private CallResult<JsonNode> post(String api, List<Budget> costs, ObjectNode body) {
        String url = service.getWxCpConfigStorage().getApiUrl("/cgi-bin/" + api);
        CallResult<String> answer =
                turnstile.call(Platform.WECOM, api, costs, () -> service.post(url, json.writeValueAsString(body)));
        try {
            return answer.map(json::readTree);
        } catch (JacksonException e) {
            return new CallResult.NoAnswer<>("not JSON");
        }
    }

    private static String text(JsonNode answer, String name) {
        String value = answer.path(name).asString("");
        return value.isEmpty() ? null : value;
    }

    /** @param responseCode for one update of the card within 72 hours; null for messages without buttons */
    public record Sent(String messageId, String responseCode) {}
}

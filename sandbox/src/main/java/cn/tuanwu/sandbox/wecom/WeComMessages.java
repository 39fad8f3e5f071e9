package cn.tuanwu.sandbox.wecom;

import cn.tuanwu.sandbox.PlatformSettings;
import cn.tuanwu.sandbox.gate.ApiAnswer;
import cn.tuanwu.sandbox.wire.WireNote;
import cn.tuanwu.sandbox.world.Chats;
import cn.tuanwu.sandbox.world.Contacts;
import cn.tuanwu.sandbox.world.Ids;
import cn.tuanwu.sandbox.world.World;
import cn.tuanwu.sandbox.world.WorldState.CardCopy;
import cn.tuanwu.sandbox.world.WorldState.SentCard;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Application messages to members of the corp. */
@Component
class WeComMessages {

    private static final int TEXT_BYTES = 2048;

    private final PlatformSettings.WeCom corp;
    private final World world;
    private final Contacts contacts;
    private final Chats chats;
    private final ResponseCodes codes;
    private final Ids ids;
    private final Clock clock;

    WeComMessages(
            PlatformSettings settings,
            World world,
            Contacts contacts,
            Chats chats,
            ResponseCodes codes,
            Ids ids,
            Clock clock) {
        this.corp = settings.weCom();
        this.world = world;
        this.contacts = contacts;
        this.chats = chats;
        this.codes = codes;
        this.ids = ids;
        this.clock = clock;
    }

    ApiAnswer send(ObjectNode message) {
        Optional<ApiAnswer> wrongAgent = Agents.refuse(message.get("agentid"), corp.agentId());
        if (wrongAgent.isPresent()) {
            return wrongAgent.get();
        }
        Receivers receivers = Receivers.of(message.path("touser").asString(""), contacts);
        if (receivers.isEmpty()) {
            return ApiAnswer.refused(82001, "All touser & toparty & totag empty");
        }
        if (receivers.known().isEmpty()) {
            return ApiAnswer.refused(81013, "user & party & tag all invalid");
        }
        return switch (message.path("msgtype").asString("")) {
            case "text" -> text(message.path("text").path("content").asString(""), receivers);
            case "template_card" -> card(message.get("template_card"), receivers);
            default -> ApiAnswer.refused(40008, "invalid message type");
        };
    }

    private ApiAnswer text(String content, Receivers receivers) {
        if (content.isBlank()) {
            return ApiAnswer.refused(44004, "empty content");
        }
        String shown = Texts.cut(content, TEXT_BYTES);
        receivers.known().forEach(userid -> chats.told(userid, shown));
        WireNote.title("企业微信向 " + names(receivers) + " 发送文本消息");
        return accepted(receivers);
    }

    private ApiAnswer card(JsonNode card, Receivers receivers) {
        Optional<ApiAnswer> fault = TemplateCards.fault(card, TemplateCards.Use.SEND);
        if (fault.isPresent()) {
            return fault.get();
        }
        String taskId = card.path("task_id").asString("");
        ApiAnswer answer = accepted(receivers);
        if (!taskId.isEmpty() && !register(taskId, answer, receivers)) {
            return ApiAnswer.refused(42014, "task_id is duplicated");
        }
        CardCopy copy = new CardCopy(taskId.isEmpty() ? "-" + ids.letters(16) : taskId, card, null, null);
        receivers.known().forEach(userid -> chats.dealt(userid, copy));
        WireNote.title("企业微信向 " + names(receivers) + " 发送模板卡片");
        return TemplateCards.callsBack(card) ? answer.with("response_code", codes.issue(taskId)) : answer;
    }

    private boolean register(String taskId, ApiAnswer answer, Receivers receivers) {
        String msgId = answer.json().path("msgid").asString("");
        SentCard sent = new SentCard(taskId, msgId, receivers.known(), clock.instant());
        return world.change(state -> state.sentCards.putIfAbsent(taskId, sent) == null);
    }

    private ApiAnswer accepted(Receivers receivers) {
        ApiAnswer answer = ApiAnswer.ok();
        if (!receivers.unknown().isEmpty()) {
            answer.with("invaliduser", String.join("|", receivers.unknown()));
        }
        return answer.with("msgid", ids.letters(40));
    }

    private String names(Receivers receivers) {
        return String.join(
                "、",
                receivers.known().stream()
                        .map(userid -> contacts.find(userid).orElseThrow().name())
                        .toList());
    }
}

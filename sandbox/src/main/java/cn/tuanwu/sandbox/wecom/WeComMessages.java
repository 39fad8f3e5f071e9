package cn.tuanwu.sandbox.wecom;

import cn.tuanwu.sandbox.PlatformSettings;
import cn.tuanwu.sandbox.gate.ApiAnswer;
import cn.tuanwu.sandbox.media.MediaStore;
import cn.tuanwu.sandbox.wire.WireNote;
import cn.tuanwu.sandbox.world.Chats;
import cn.tuanwu.sandbox.world.Contacts;
import cn.tuanwu.sandbox.world.Ids;
import cn.tuanwu.sandbox.world.World;
import cn.tuanwu.sandbox.world.WorldState.App;
import cn.tuanwu.sandbox.world.WorldState.CardCopy;
import cn.tuanwu.sandbox.world.WorldState.SentCard;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Application messages to members of the corp. */
@Component
class WeComMessages {

    private static final int TEXT_BYTES = 2048;
    private static final int RECEIVERS = 1000;

    private final PlatformSettings.WeCom corp;
    private final World world;
    private final Contacts contacts;
    private final VisibleRange range;
    private final MemberQuotas quotas;
    private final Chats chats;
    private final ResponseCodes codes;
    private final MediaStore media;
    private final Ids ids;
    private final Clock clock;

    WeComMessages(
            PlatformSettings settings,
            World world,
            Contacts contacts,
            VisibleRange range,
            MemberQuotas quotas,
            Chats chats,
            ResponseCodes codes,
            MediaStore media,
            Ids ids,
            Clock clock) {
        this.media = media;
        this.corp = settings.weCom();
        this.world = world;
        this.contacts = contacts;
        this.range = range;
        this.quotas = quotas;
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
        String touser = message.path("touser").asString("");
        if (touser.chars().filter(character -> character == '|').count() >= RECEIVERS) {
            return ApiAnswer.refused(40058, "touser exceeds " + RECEIVERS);
        }
        Receivers receivers = Receivers.of(touser, range);
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
        deliver(receivers, "发送文本消息", userid -> chats.told(userid, shown));
        return accepted(receivers);
    }

    private ApiAnswer card(JsonNode card, Receivers receivers) {
        Optional<ApiAnswer> fault = TemplateCards.fault(card, TemplateCards.Use.SEND);
        if (fault.isPresent()) {
            return fault.get();
        }
        for (JsonNode row : card.path("horizontal_content_list")) {
            boolean file = row.path("type").asInt(0) == 2;
            if (file && media.find(App.WECOM, row.path("media_id").asString("")).isEmpty()) {
                return ApiAnswer.refused(40007, "invalid media_id");
            }
        }
        String taskId = card.path("task_id").asString("");
        ApiAnswer answer = accepted(receivers);
        if (!taskId.isEmpty() && !register(taskId, answer, receivers)) {
            return ApiAnswer.refused(42014, "task_id is duplicated");
        }
        CardCopy copy = new CardCopy(taskId.isEmpty() ? "-" + ids.letters(16) : taskId, card, null, null);
        deliver(receivers, "发送模板卡片", userid -> chats.dealt(userid, copy));
        return TemplateCards.callsBack(card) ? answer.with("response_code", codes.issue(taskId)) : answer;
    }

    /** Shows it to everyone who has not had too much; only the wire knows who has. */
    private void deliver(Receivers receivers, String what, Consumer<String> show) {
        List<String> dropped = new ArrayList<>();
        for (String userid : receivers.known()) {
            if (quotas.spend(userid)) {
                show.accept(userid);
            } else {
                dropped.add(userid);
            }
        }
        String title = "企业微信向 " + names(receivers.known()) + " " + what;
        WireNote.title(dropped.isEmpty() ? title : title + "，超出每人频率，丢弃了给 " + names(dropped) + " 的");
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

    private String names(List<String> userids) {
        return String.join(
                "、",
                userids.stream()
                        .map(userid -> contacts.find(userid).orElseThrow().name())
                        .toList());
    }
}

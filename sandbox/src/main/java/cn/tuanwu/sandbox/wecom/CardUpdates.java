package cn.tuanwu.sandbox.wecom;

import cn.tuanwu.sandbox.PlatformSettings;
import cn.tuanwu.sandbox.gate.ApiAnswer;
import cn.tuanwu.sandbox.wire.WireNote;
import cn.tuanwu.sandbox.world.Chats;
import cn.tuanwu.sandbox.world.Contacts;
import cn.tuanwu.sandbox.world.World;
import cn.tuanwu.sandbox.world.WorldState.CardCopy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The active update of a sent card: changes the copies of the listed receivers and uses the response code up. */
@Component
class CardUpdates {

    private static final int USERIDS = 1000;

    private final PlatformSettings.WeCom corp;
    private final World world;
    private final Contacts contacts;
    private final VisibleRange range;
    private final Chats chats;
    private final ResponseCodes codes;

    CardUpdates(
            PlatformSettings settings,
            World world,
            Contacts contacts,
            VisibleRange range,
            Chats chats,
            ResponseCodes codes) {
        this.corp = settings.weCom();
        this.world = world;
        this.contacts = contacts;
        this.range = range;
        this.chats = chats;
        this.codes = codes;
    }

    ApiAnswer update(ObjectNode call) {
        Optional<ApiAnswer> fault = fault(call);
        if (fault.isPresent()) {
            return fault.get();
        }
        String code = call.path("response_code").asString("");
        String taskId = codes.task(code).orElse(null);
        if (taskId == null || !codes.use(code)) {
            return ApiAnswer.refused(60140, "invalid response_code, maybe expired or used");
        }
        return apply(taskId, call);
    }

    private Optional<ApiAnswer> fault(ObjectNode call) {
        Optional<ApiAnswer> wrongAgent = Agents.refuse(call.get("agentid"), corp.agentId());
        if (wrongAgent.isPresent()) {
            return wrongAgent;
        }
        JsonNode userids = call.path("userids");
        if (!everybody(call) && userids.isEmpty()) {
            return Optional.of(ApiAnswer.refused(82001, "userids, partyids, tagids and atall all empty"));
        }
        if (userids.size() > USERIDS) {
            return Optional.of(ApiAnswer.refused(40058, "userids exceed " + USERIDS));
        }
        if (call.path("template_card").isObject()) {
            return TemplateCards.fault(call.get("template_card"), TemplateCards.Use.UPDATE);
        }
        return call.path("button").path("replace_name").asString("").isBlank()
                ? Optional.of(ApiAnswer.refused(40058, "button.replace_name or template_card missing"))
                : Optional.empty();
    }

    private ApiAnswer apply(String taskId, ObjectNode call) {
        List<String> receivers = world.read(state -> state.sentCards.get(taskId).receivers());
        List<String> wanted = new ArrayList<>();
        call.path("userids").forEach(userid -> wanted.add(userid.asString("")));
        Receivers listed = Receivers.of(wanted, range);
        List<String> invalid = new ArrayList<>(listed.unknown());
        listed.known().stream().filter(userid -> !receivers.contains(userid)).forEach(invalid::add);
        List<String> touched = everybody(call)
                ? receivers
                : listed.known().stream().filter(receivers::contains).toList();
        touched.forEach(userid -> chats.changeCard(userid, taskId, change(call)));
        WireNote.title("企业微信更新 " + names(touched) + " 的卡片");
        ApiAnswer answer = ApiAnswer.ok();
        invalid.forEach(answer.json().putArray("invaliduser")::add);
        return answer;
    }

    private String names(List<String> userids) {
        return String.join(
                "、",
                userids.stream()
                        .map(userid -> contacts.find(userid).orElseThrow().name())
                        .toList());
    }

    private static UnaryOperator<CardCopy> change(ObjectNode call) {
        JsonNode card = call.get("template_card");
        return card != null && card.isObject()
                ? Cards.replacedBy(card)
                : Cards.greyed(call.path("button").path("replace_name").asString());
    }

    private static boolean everybody(ObjectNode call) {
        return call.path("atall").asInt(0) == 1;
    }
}

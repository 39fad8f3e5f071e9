package cn.tuanwu.sandbox.callback;

import cn.tuanwu.sandbox.PlatformSettings;
import cn.tuanwu.sandbox.gate.ApiAnswer;
import cn.tuanwu.sandbox.wecom.Cards;
import cn.tuanwu.sandbox.wecom.ResponseCodes;
import cn.tuanwu.sandbox.wecom.TemplateCards;
import cn.tuanwu.sandbox.wecom.Texts;
import cn.tuanwu.sandbox.world.Chats;
import cn.tuanwu.sandbox.world.Contacts;
import cn.tuanwu.sandbox.world.VirtualClock;
import cn.tuanwu.sandbox.world.WorldState.CardCopy;
import cn.tuanwu.sandbox.world.WorldState.ChatMessage;
import cn.tuanwu.sandbox.world.WorldState.Media;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a member of the corp does in WeChat Work, told to the bot, and what the bot's reply changes on that phone. */
@Component
public class OperatorPhone {

    /** {@code reply} is null when the bot only acknowledged, {@code problem} says why a reply was thrown away. */
    public record Told(boolean delivered, int attempts, int status, ChatMessage reply, String problem) {}

    private static final int TEXT_BYTES = 2048;

    private final Channel channel;
    private final CallbackSender sender;
    private final Chats chats;
    private final Contacts contacts;
    private final ResponseCodes codes;
    private final VirtualClock clock;
    private final AtomicLong messages = new AtomicLong();

    OperatorPhone(
            PlatformSettings settings,
            CallbackSender sender,
            Chats chats,
            Contacts contacts,
            ResponseCodes codes,
            VirtualClock clock) {
        this.channel = Channel.weCom(settings);
        this.sender = sender;
        this.chats = chats;
        this.contacts = contacts;
        this.codes = codes;
        this.clock = clock;
    }

    public Told say(String userid, String text) {
        chats.said(userid, text);
        String xml = start(userid, "text")
                .words("Content", text)
                .number("MsgId", nextMessage())
                .end();
        return tell(userid, xml, name(userid) + " 在企业微信里发来文字");
    }

    /** Sends a picture that the platform keeps already. */
    public Told photograph(String userid, Media picture, String address) {
        chats.showed(userid, picture.id());
        String xml = start(userid, "image")
                .words("PicUrl", address)
                .words("MediaId", picture.id())
                .number("MsgId", nextMessage())
                .end();
        return tell(userid, xml, name(userid) + " 在企业微信里发来照片");
    }

    public Told enter(String userid) {
        String xml = start(userid, "event")
                .words("Event", "enter_agent")
                .words("EventKey", "")
                .end();
        return tell(userid, xml, name(userid) + " 打开了应用");
    }

    public Told menu(String userid, String key) {
        String xml = start(userid, "event")
                .words("Event", "click")
                .words("EventKey", key)
                .end();
        return tell(userid, xml, name(userid) + " 点了应用菜单 " + key);
    }

    /**
     * Presses a button of this phone's copy.
     *
     * @param selected question key → the ids of the options chosen there
     */
    public Told click(String userid, CardCopy copy, String key, Map<String, List<String>> selected) {
        Xml event = start(userid, "event")
                .words("Event", "template_card_event")
                .words("EventKey", key)
                .words("TaskId", copy.taskId())
                .words("CardType", copy.card().path("card_type").asString(""))
                .words("ResponseCode", codes.issue(copy.taskId()));
        selections(event, selected);
        Delivery delivery = deliver(event.end(), name(userid) + " 点了卡片上的“" + word(copy, key) + "”");
        String problem = delivery.reply() == null ? delivery.problem() : apply(userid, copy.taskId(), delivery);
        return new Told(delivery.delivered(), delivery.attempts(), delivery.status(), null, problem);
    }

    private String name(String userid) {
        return contacts.find(userid).map(Contacts.Contact::name).orElse(userid);
    }

    private static String word(CardCopy copy, String key) {
        for (JsonNode button : copy.card().path("button_list")) {
            if (button.path("key").asString("").equals(key)) {
                return button.path("text").asString(key);
            }
        }
        return key;
    }

    private static void selections(Xml event, Map<String, List<String>> selected) {
        if (selected.isEmpty()) {
            return;
        }
        event.open("SelectedItems");
        selected.forEach((question, options) -> {
            event.open("SelectedItem").words("QuestionKey", question).open("OptionIds");
            options.forEach(option -> event.words("OptionId", option));
            event.close("OptionIds").close("SelectedItem");
        });
        event.close("SelectedItems");
    }

    /** Changes the clicker's copy alone; other receivers keep theirs until an active update. */
    private String apply(String userid, String taskId, Delivery delivery) {
        Element reply = delivery.reply();
        if (delivery.replyType().equals("update_button")) {
            Element button = Xml.element(reply, "Button");
            String name = button == null ? "" : Xml.child(button, "ReplaceName");
            return name.isBlank()
                    ? "更新按钮缺少 ReplaceName"
                    : changed(chats.changeCard(userid, taskId, Cards.greyed(name)));
        }
        Element element = Xml.element(reply, "TemplateCard");
        if (!delivery.replyType().equals("update_template_card") || element == null) {
            return "点击事件只能用更新卡片来回复";
        }
        ObjectNode card = PassiveCards.json(element);
        Optional<ApiAnswer> fault = TemplateCards.fault(card, TemplateCards.Use.UPDATE);
        return fault.map(answer -> answer.json().toString())
                .orElseGet(() -> changed(chats.changeCard(userid, taskId, Cards.replacedBy(card))));
    }

    private static String changed(boolean found) {
        return found ? null : "手机上已没有这张卡片";
    }

    private Told tell(String userid, String xml, String title) {
        Delivery delivery = deliver(xml, title);
        ChatMessage shown = delivery.replyType().equals("text")
                ? chats.told(userid, Texts.cut(Xml.child(delivery.reply(), "Content"), TEXT_BYTES))
                : null;
        return new Told(delivery.delivered(), delivery.attempts(), delivery.status(), shown, delivery.problem());
    }

    private Delivery deliver(String xml, String title) {
        return sender.deliver(channel, new Callback(xml, null, title));
    }

    /** The platform's numbers rise: who sends two pictures in a second can tell by them which was first. */
    private String nextMessage() {
        return Long.toString(messages.updateAndGet(last -> Math.max(last + 1, System.currentTimeMillis() * 100_000)));
    }

    private Xml start(String userid, String type) {
        return new Xml()
                .words("ToUserName", channel.name())
                .words("FromUserName", userid)
                .number("CreateTime", clock.callbacks().getEpochSecond())
                .words("MsgType", type)
                .number("AgentID", channel.agentId());
    }
}

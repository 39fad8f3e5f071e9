package cn.tuanwu.bot.inbox;

import cn.tuanwu.bot.xml.XmlText;
import cn.tuanwu.push.PushKind;
import java.time.Instant;

/**
 * What is said to an event: in the answer to the callback while the platform waits for it, else by a push; never both.
 *
 * @param onDelivery done, in the transaction that settles the event, after the answer was given in time; never else
 */
public record Reply(String xml, Late late, Runnable onDelivery) {

    public static Reply text(Event event, Instant now, String words) {
        String xml = of(event, now, "text", new XmlText().words("Content", words));
        return new Reply(xml, new Late(PushKind.CHAT_ANSWER, words), () -> {});
    }

    /** @param body the elements of this type of reply */
    public static String of(Event event, Instant now, String type, XmlText body) {
        return new XmlText()
                .open("xml")
                .words("ToUserName", event.sender())
                .words("FromUserName", event.receiver())
                .number("CreateTime", now.getEpochSecond())
                .words("MsgType", type)
                .inside(body.toString())
                .close("xml")
                .toString();
    }
}

package cn.tuanwu.bot.inbox;

import cn.tuanwu.bot.xml.XmlText;
import java.time.Instant;

/**
 * What is said in the answer to a callback.
 *
 * @param onDelivery done after the answer was handed to the platform in time; never when it was not
 */
public record Reply(String xml, Runnable onDelivery) {

    public static Reply text(Event event, Instant now, String words) {
        return new Reply(of(event, now, "text", new XmlText().words("Content", words)), () -> {});
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

    public void delivered() {
        onDelivery.run();
    }
}

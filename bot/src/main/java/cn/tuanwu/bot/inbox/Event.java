package cn.tuanwu.bot.inbox;

import cn.tuanwu.bot.xml.XmlFields;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;

/** Something a platform told us. */
public record Event(Source source, XmlFields fields) {
    /**
     * What tells two events apart that have no MsgId. The platforms' own advice (sender and second) would drop a second
     * card tapped in the same second, so the card's task and response code are part of it.
     */
    private static final List<String> IDENTITY = List.of(
            "ToUserName",
            "AgentID",
            "FromUserName",
            "CreateTime",
            "MsgType",
            "Event",
            "EventKey",
            "Ticket",
            "TaskId",
            "ResponseCode",
            "ChangeType",
            "UserID",
            "Id",
            "JobId");

    public enum Source {
        WECOM,
        OA
    }

    /** A userid in WeChat Work, an openid in the official account. */
    public String sender() {
        return text("FromUserName");
    }

    /** What replies name as their sender. */
    public String receiver() {
        return text("ToUserName");
    }

    /** The Event of an event, the MsgType of a message; in lower case, as the platforms' spelling varies. */
    public String kind() {
        String type = text("MsgType");
        return (type.equals("event") ? text("Event") : type).toLowerCase(Locale.ROOT);
    }

    public boolean is(Source where, String kind) {
        return source == where && kind().equals(kind);
    }

    public String text(String field) {
        return fields.text(field);
    }

    /** Equal for two deliveries of one event. */
    byte[] key() {
        StringBuilder identity = new StringBuilder();
        if (!text("MsgId").isEmpty()) {
            identity.append("MsgId ").append(text("ToUserName")).append(' ').append(text("MsgId"));
        } else {
            for (String name : IDENTITY) {
                identity.append(name).append(' ').append(text(name)).append('\n');
            }
        }
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(identity.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}

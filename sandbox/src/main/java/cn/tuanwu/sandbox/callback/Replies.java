package cn.tuanwu.sandbox.callback;

import cn.tuanwu.sandbox.callback.CallbackCrypto.Opened;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.w3c.dom.Element;

/** Opens what the bot answers and checks it as strictly as the platform does. */
final class Replies {

    /** Exactly one of a message and a problem, or neither for a bare acknowledgement. */
    record Reply(String message, String problem) {

        static final Reply NONE = new Reply(null, null);
    }

    private Replies() {}

    static Reply open(String body, Channel channel) {
        if (body.isBlank() || body.strip().equals("success")) {
            return Reply.NONE;
        }
        try {
            return verified(Xml.read(body), channel);
        } catch (IllegalArgumentException unreadable) {
            return new Reply(null, "回复无法解析：" + unreadable.getMessage());
        }
    }

    private static Reply verified(Element envelope, Channel channel) {
        String encrypted = Xml.child(envelope, "Encrypt");
        if (encrypted.isEmpty()) {
            return new Reply(null, "回复没有加密");
        }
        String expected =
                channel.crypto().sign(Xml.child(envelope, "TimeStamp"), Xml.child(envelope, "Nonce"), encrypted);
        if (!same(expected, Xml.child(envelope, "MsgSignature"))) {
            return new Reply(null, "回复的签名不正确");
        }
        Opened opened = channel.crypto().decrypt(encrypted);
        if (!opened.receiveId().equals(channel.receiveId())) {
            return new Reply(null, "回复是为别的应用加密的");
        }
        Xml.read(opened.message());
        return new Reply(opened.message(), null);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}

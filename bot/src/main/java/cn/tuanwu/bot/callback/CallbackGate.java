package cn.tuanwu.bot.callback;

import cn.tuanwu.bot.callback.Checked.Passed;
import cn.tuanwu.bot.callback.Checked.Refused;
import cn.tuanwu.bot.xml.XmlFields;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Lets through what one platform really sent to us, lately. */
final class CallbackGate {
    private static final String MISSING = "parameters are missing";
    private static final String WRONG_SIGNATURE = "the signature is wrong: check the token of this callback";
    private static final String LATE = "its timestamp is outside the window: check the clock of this machine";

    private final CallbackCrypto crypto;
    private final String addressee;
    private final Duration window;
    private final Clock clock;

    /** @param addressee who messages name as ToUserName; null where we don't know the name the platform uses */
    CallbackGate(CallbackCrypto crypto, String addressee, Duration window, Clock clock) {
        this.crypto = crypto;
        this.addressee = addressee;
        this.window = window;
        this.clock = clock;
    }

    /** Opens an encrypted text that came as a parameter. */
    Checked<String> open(Query query, String encrypted) {
        if (!query.hasAll("msg_signature", "timestamp", "nonce") || encrypted.isEmpty()) {
            return new Refused<>(400, MISSING);
        }
        String timestamp = query.value("timestamp");
        if (!crypto.isSigned(query.value("msg_signature"), timestamp, query.value("nonce"), encrypted)) {
            return new Refused<>(403, WRONG_SIGNATURE);
        }
        if (isLate(timestamp)) {
            return new Refused<>(403, LATE);
        }
        return crypto.open(encrypted)
                .<Checked<String>>map(Passed::new)
                .orElseGet(() -> new Refused<>(403, "it does not open for this receiver: check AES key and id"));
    }

    /** Opens the envelope of a posted event. The receiver named outside, inside and in the seal must be the same. */
    Checked<Message> openEnvelope(Query query, String body) {
        Optional<XmlFields> envelope = XmlFields.read(body);
        if (envelope.isEmpty()) {
            return new Refused<>(400, "the envelope is not readable XML");
        }
        Checked<String> opened = open(query, envelope.get().text("Encrypt"));
        if (opened instanceof Refused<String> refused) {
            return new Refused<>(refused.status(), refused.why());
        }
        String xml = ((Passed<String>) opened).value();
        Optional<XmlFields> fields = XmlFields.read(xml);
        if (fields.isEmpty() || fields.get().text("FromUserName").isEmpty()) {
            return new Refused<>(400, "the message is not readable XML");
        }
        if (!isAddressed(fields.get().text("ToUserName"), envelope.get().text("ToUserName"))) {
            return new Refused<>(403, "it is addressed to somebody else");
        }
        return new Passed<>(new Message(xml, fields.get()));
    }

    private boolean isAddressed(String inside, String outside) {
        boolean same = outside.isEmpty() || outside.equals(inside);
        return same && (addressee == null || addressee.equals(inside));
    }

    /** The check of an official account's address: signed, but in clear. */
    Checked<String> checkPlain(Query query) {
        if (!query.hasAll("signature", "timestamp", "nonce", "echostr")) {
            return new Refused<>(400, MISSING);
        }
        String timestamp = query.value("timestamp");
        if (!crypto.isSigned(query.value("signature"), timestamp, query.value("nonce"))) {
            return new Refused<>(403, WRONG_SIGNATURE);
        }
        return isLate(timestamp) ? new Refused<>(403, LATE) : new Passed<>(query.value("echostr"));
    }

    private boolean isLate(String timestamp) {
        if (!timestamp.matches("[0-9]{1,11}")) {
            return true;
        }
        Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        return Duration.between(sent, clock.instant()).abs().compareTo(window) > 0;
    }

    String seal(String reply, String nonce) {
        return crypto.seal(reply, Long.toString(clock.instant().getEpochSecond()), nonce);
    }

    /** A message as it was decrypted, and its fields. */
    record Message(String xml, XmlFields fields) {}
}

package cn.tuanwu.sandbox.callback;

import cn.tuanwu.sandbox.PlatformSettings;
import cn.tuanwu.sandbox.callback.Replies.Reply;
import cn.tuanwu.sandbox.fault.Fault;
import cn.tuanwu.sandbox.fault.Faults;
import cn.tuanwu.sandbox.wire.Wire;
import cn.tuanwu.sandbox.wire.WireEntry.Body;
import cn.tuanwu.sandbox.wire.WireEntry.Direction;
import cn.tuanwu.sandbox.wire.WireEntry.Draft;
import cn.tuanwu.sandbox.world.Ids;
import cn.tuanwu.sandbox.world.VirtualClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.springframework.stereotype.Component;

/** Posts callbacks: encrypted, signed, given up after a few attempts with the very same bytes. */
@Component
class CallbackSender {

    /** One signed request, the same for every attempt. */
    private record Sealed(URI uri, String body) {}

    private record Answer(int status, String body) {}

    private final PlatformSettings.Callbacks manners;
    private final Faults faults;
    private final Overtaking overtaking;
    private final Wire wire;
    private final Ids ids;
    private final VirtualClock clock;
    private final HttpClient http;

    CallbackSender(
            PlatformSettings settings, Faults faults, Overtaking overtaking, Wire wire, Ids ids, VirtualClock clock) {
        this.manners = settings.callbacks();
        this.faults = faults;
        this.overtaking = overtaking;
        this.wire = wire;
        this.ids = ids;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(manners.timeout())
                .build();
    }

    /** Waits until the bot has answered or every attempt has failed. */
    Delivery deliver(Channel channel, Callback callback) {
        Sealed sealed = seal(channel, callback);
        Fault.Kind fault =
                faults.strike(sealed.uri().getPath()).map(Fault::kind).orElse(null);
        if (fault == Fault.Kind.LOST) {
            note(channel, callback.but("（设定的故障：丢失）"), sealed, new Answer(0, ""), Reply.NONE, 1, 0);
            return new Delivery(false, 0, 0, null, null);
        }
        if (fault == Fault.Kind.OUT_OF_ORDER) {
            overtaking.letOnePass();
            return attempt(channel, callback.but("（设定的故障：迟到）"), sealed);
        }
        Delivery delivery = attempt(channel, callback, sealed);
        if (fault == Fault.Kind.DUPLICATE) {
            attempt(channel, callback.but("（设定的故障：重复）"), sealed);
        }
        overtaking.passed();
        return delivery;
    }

    private Delivery attempt(Channel channel, Callback callback, Sealed sealed) {
        Answer answer = new Answer(0, "");
        for (int attempt = 1; attempt <= manners.attempts(); attempt++) {
            long start = System.nanoTime();
            answer = post(sealed);
            Reply reply = answer.status() == 200 ? Replies.open(answer.body(), channel) : Reply.NONE;
            note(channel, callback, sealed, answer, reply, attempt, (System.nanoTime() - start) / 1_000_000);
            if (answer.status() == 200) {
                return new Delivery(
                        true,
                        attempt,
                        200,
                        reply.message() == null ? null : Xml.read(reply.message()),
                        reply.problem());
            }
            if (attempt < manners.attempts() && !pause()) {
                return new Delivery(false, attempt, answer.status(), null, null);
            }
        }
        return new Delivery(false, manners.attempts(), answer.status(), null, null);
    }

    private Sealed seal(Channel channel, Callback callback) {
        String encrypted = channel.crypto().encrypt(ids.bytes(16), callback.xml(), channel.receiveId());
        String timestamp = String.valueOf(clock.callbacks().getEpochSecond());
        String nonce = ids.digits(10);
        String query = "?timestamp=" + timestamp + "&nonce=" + nonce + "&msg_signature="
                + channel.crypto().sign(timestamp, nonce, encrypted);
        if (callback.openid() != null) {
            query += "&signature=" + channel.crypto().sign(timestamp, nonce) + "&openid=" + callback.openid()
                    + "&encrypt_type=aes";
        }
        Xml envelope = new Xml().words("ToUserName", channel.name()).words("Encrypt", encrypted);
        if (!channel.agentId().isEmpty()) {
            envelope.words("AgentID", channel.agentId());
        }
        return new Sealed(URI.create(channel.url() + query), envelope.end());
    }

    private Answer post(Sealed sealed) {
        HttpRequest request = HttpRequest.newBuilder(sealed.uri())
                .timeout(manners.timeout())
                .header("Content-Type", "text/xml")
                .header("User-Agent", "Mozilla/4.0")
                .POST(HttpRequest.BodyPublishers.ofString(sealed.body()))
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException unanswered) {
            return new Answer(0, String.valueOf(unanswered.getMessage()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Answer(0, "stopped");
        }
    }

    private boolean pause() {
        try {
            Thread.sleep(manners.pause().toMillis());
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void note(
            Channel channel, Callback callback, Sealed sealed, Answer answer, Reply reply, int attempt, long millis) {
        String title = callback.title() + (attempt > 1 ? "（第 " + attempt + " 次投递）" : "");
        String outcome = answer.status() == 200 ? "" : "：未被接收";
        wire.add(new Draft(
                Direction.PLATFORM_TO_APP,
                channel.platform(),
                "POST",
                sealed.uri().getPath() + "?" + sealed.uri().getRawQuery(),
                answer.status(),
                millis,
                null,
                title + outcome + (reply.problem() == null ? "" : "：" + reply.problem()),
                new Body(sealed.body(), callback.xml()),
                new Body(answer.body(), reply.message())));
    }
}

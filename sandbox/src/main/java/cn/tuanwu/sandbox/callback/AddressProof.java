package cn.tuanwu.sandbox.callback;

import cn.tuanwu.sandbox.PlatformSettings;
import cn.tuanwu.sandbox.wire.Wire;
import cn.tuanwu.sandbox.wire.WireEntry.Body;
import cn.tuanwu.sandbox.wire.WireEntry.Direction;
import cn.tuanwu.sandbox.wire.WireEntry.Draft;
import cn.tuanwu.sandbox.world.Ids;
import cn.tuanwu.sandbox.world.VirtualClock;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** What a platform does when an administrator saves a callback address: the bot must prove that it is its own. */
@Component
public class AddressProof {

    /** {@code problem} is null when the address was accepted. */
    public record Proof(boolean accepted, int status, String problem) {}

    private static final Duration WECOM_PATIENCE = Duration.ofSeconds(1);

    private final PlatformSettings settings;
    private final Wire wire;
    private final Ids ids;
    private final VirtualClock clock;
    private final HttpClient http = HttpClient.newHttpClient();

    AddressProof(PlatformSettings settings, Wire wire, Ids ids, VirtualClock clock) {
        this.settings = settings;
        this.wire = wire;
        this.ids = ids;
        this.clock = clock;
    }

    /** The text comes encrypted and is to come back in clear within a second. */
    public Proof weCom(boolean forged) {
        Channel channel = Channel.weCom(settings);
        String echo = ids.digits(19);
        String sealed = channel.crypto().encrypt(ids.bytes(16), echo, channel.receiveId());
        return ask(channel, "msg_signature", sealed, echo, forged, WECOM_PATIENCE);
    }

    /** The text comes and goes in clear. */
    public Proof officialAccount(boolean forged) {
        String echo = ids.digits(19);
        return ask(
                Channel.officialAccount(settings),
                "signature",
                echo,
                echo,
                forged,
                settings.callbacks().timeout());
    }

    private Proof ask(Channel channel, String name, String sent, String echo, boolean forged, Duration patience) {
        String timestamp = String.valueOf(clock.callbacks().getEpochSecond());
        String nonce = ids.digits(10);
        String signature = name.equals("signature")
                ? channel.crypto().sign(timestamp, nonce)
                : channel.crypto().sign(timestamp, nonce, sent);
        String query = "?" + name + "=" + (forged ? "0".repeat(40) : signature) + "&timestamp=" + timestamp + "&nonce="
                + nonce + "&echostr=" + URLEncoder.encode(sent, StandardCharsets.UTF_8);
        long start = System.nanoTime();
        Proof proof;
        String body = "";
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(channel.url() + query))
                            .timeout(patience)
                            .build(),
                    BodyHandlers.ofString());
            body = answer.body();
            boolean right = answer.statusCode() == 200 && body.equals(echo);
            proof = new Proof(right, answer.statusCode(), right ? null : "应答的不是 echostr 的明文");
        } catch (IOException unanswered) {
            proof = new Proof(false, 0, patience.toSeconds() + " 秒内没有应答");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            proof = new Proof(false, 0, "中断");
        }
        wire.add(new Draft(
                Direction.PLATFORM_TO_APP,
                channel.platform(),
                "GET",
                URI.create(channel.url()).getPath() + query,
                proof.status(),
                (System.nanoTime() - start) / 1_000_000,
                null,
                "验证回调地址" + (forged ? "（伪造的签名）" : "") + (proof.accepted() ? "：通过" : "：未通过"),
                new Body("", echo),
                new Body(body, null)));
        return proof;
    }
}

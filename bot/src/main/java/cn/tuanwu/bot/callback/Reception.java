package cn.tuanwu.bot.callback;

import cn.tuanwu.bot.callback.CallbackGate.Message;
import cn.tuanwu.bot.callback.Checked.Passed;
import cn.tuanwu.bot.callback.Checked.Refused;
import cn.tuanwu.bot.inbox.Event;
import cn.tuanwu.bot.inbox.Inbox;
import cn.tuanwu.bot.inbox.InboxWorker;
import cn.tuanwu.bot.inbox.Reply;
import cn.tuanwu.bot.work.Trouble;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes a posted callback: verified, kept once, then answered with the reply if there is one soon, or with nothing. */
@Component
class Reception {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Logger log = LoggerFactory.getLogger(Reception.class);

    private final Inbox inbox;
    private final InboxWorker worker;

    Reception(Inbox inbox, InboxWorker worker) {
        this.inbox = inbox;
        this.worker = worker;
    }

    /** @param silence the body that says "taken, nothing to say" on this platform */
    void take(Event.Source source, CallbackGate gate, String silence, HttpServletRequest in, HttpServletResponse out)
            throws IOException {
        Query query = Query.of(in);
        Checked<Message> checked = LimitedBody.read(in)
                .map(body -> gate.openEnvelope(query, body))
                .orElseGet(() -> new Refused<>(413, "the body is too large"));
        if (checked instanceof Refused<Message> refused) {
            refuse(source, refused, out);
            return;
        }
        OptionalLong kept = keep(source, ((Passed<Message>) checked).value());
        if (kept.isEmpty()) {
            out.setStatus(503);
            return;
        }
        Optional<Reply> reply = soon(worker.handOver(kept.getAsLong()));
        write(
                out,
                reply.map(said -> gate.seal(said.xml(), query.value("nonce"))).orElse(silence));
        reply.ifPresent(Reception::delivered);
    }

    /** Empty when the database did not take it: then the platform must not hear that we did. */
    private OptionalLong keep(Event.Source source, Message message) {
        try {
            return OptionalLong.of(inbox.keep(new Event(source, message.fields()), message.xml()));
        } catch (RuntimeException e) {
            log.error("A callback from {} was not kept ({}): the platform will send it again", source, Trouble.of(e));
            return OptionalLong.empty();
        }
    }

    private static void delivered(Reply reply) {
        try {
            reply.delivered();
        } catch (RuntimeException e) {
            log.error("A reply was given but not noted ({}): what it said is pushed as well", Trouble.of(e));
        }
    }

    static void refuse(Event.Source source, Refused<?> refused, HttpServletResponse out) {
        log.warn("A callback from {} was refused ({}): nothing was kept", source, refused.why());
        out.setStatus(refused.status());
    }

    /** Answers the proof of an address: the text, nothing around it. */
    static void echo(String text, HttpServletResponse out) throws IOException {
        write(out, text);
    }

    private static void write(HttpServletResponse out, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0) {
            out.setContentType(body.startsWith("<xml>") ? "text/xml;charset=UTF-8" : "text/plain;charset=UTF-8");
        }
        out.setContentLength(bytes.length);
        out.getOutputStream().write(bytes);
        out.flushBuffer();
    }

    private static Optional<Reply> soon(Future<Optional<Reply>> reply) {
        try {
            return reply.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // It is kept: the worker goes on with it, or another one will.
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}

package cn.tuanwu.bot.callback;

import cn.tuanwu.bot.callback.CallbackGate.Message;
import cn.tuanwu.bot.callback.Checked.Passed;
import cn.tuanwu.bot.callback.Checked.Refused;
import cn.tuanwu.bot.inbox.Arrivals;
import cn.tuanwu.bot.inbox.Event;
import cn.tuanwu.bot.inbox.Said;
import cn.tuanwu.bot.inbox.Visit;
import cn.tuanwu.bot.settings.BotSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes a posted callback: verified, kept once, then answered; with the reply if it is there within the answer budget, else
 * with nothing, and the reply follows by a push.
 */
@Component
class Reception {
    /** How long a door tries to have an event kept. The platform gives up after five seconds and sends it again. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private static final Logger log = LoggerFactory.getLogger(Reception.class);

    private final Arrivals arrivals;
    private final Duration budget;

    Reception(Arrivals arrivals, BotSettings settings) {
        this.arrivals = arrivals;
        this.budget = settings.answerBudget();
    }

    /** @param silence the body that says "taken, nothing to say" on this platform */
    void take(Event.Source source, CallbackGate gate, String silence, HttpServletRequest in, HttpServletResponse out)
            throws IOException {
        long received = System.nanoTime();
        Query query = Query.of(in);
        Checked<Message> checked = LimitedBody.read(in)
                .map(body -> gate.openEnvelope(query, body))
                .orElseGet(() -> new Refused<>(413, "the body is too large"));
        if (checked instanceof Refused<Message> refused) {
            refuse(source, refused, out);
            return;
        }
        Message message = ((Passed<Message>) checked).value();
        Visit visit = arrivals.arrive(new Event(source, message.fields()), message.xml());
        if (!visit.isKept(received + PATIENCE.toNanos())) {
            log.error("A callback from {} was not kept: the platform will send it again", source);
            out.setStatus(503);
            return;
        }
        Optional<Said> reply = visit.reply(untilWorthWaiting(received));
        write(
                out,
                reply.map(said -> gate.seal(said.xml(), query.value("nonce"))).orElse(silence));
        reply.ifPresent(Said::delivered);
    }

    /** Keeping took one round trip to the database. A reply needs three more: when they can't be, waiting is in vain. */
    private long untilWorthWaiting(long received) {
        long now = System.nanoTime();
        long end = received + budget.toNanos();
        return now + 3 * (now - received) > end ? now : end;
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
}

package cn.tuanwu.bot.push;

import cn.tuanwu.bot.work.Backoff;
import cn.tuanwu.bot.work.Lanes;
import cn.tuanwu.bot.work.Loop;
import cn.tuanwu.bot.work.Pace;
import cn.tuanwu.bot.work.Trouble;
import cn.tuanwu.push.Claimed;
import cn.tuanwu.push.Next;
import cn.tuanwu.push.PushDesk;
import cn.tuanwu.push.PushKind;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Claims, commits, sends, settles; several at once. Killed at any line it loses nothing: what it held is claimed by
 * another when its lease ends.
 */
@Component
class PushWorker implements SmartLifecycle {
    /** Only failures of our own making count up to this; a busy platform is waited for. */
    private static final int MOST_ATTEMPTS = 20;

    private static final int SHARE = 16;
    private static final Logger log = LoggerFactory.getLogger(PushWorker.class);

    private final PushDesk pushes;
    private final Map<PushKind, PushHandler> handlers;
    private final Pace pace;
    private final Lanes lanes;
    private final Loop loop;
    private final String owner = ManagementFactory.getRuntimeMXBean().getName();

    PushWorker(PushDesk pushes, List<PushHandler> handlers, Pace pushPace) {
        this.pushes = pushes;
        this.handlers = handlers.stream().collect(Collectors.toMap(PushHandler::kind, Function.identity()));
        this.pace = pushPace;
        this.lanes = new Lanes("push", pace.lanes());
        this.loop = new Loop("push-look", pace.idle(), this::round);
    }

    private boolean round() {
        int free = Math.min(lanes.free(), SHARE);
        if (free == 0) {
            return false;
        }
        List<Claimed> claimed = pushes.claim(owner, free, pace.lease());
        // Nobody else takes lanes, so there is one for each.
        claimed.forEach(push -> lanes.run(() -> work(push)));
        return !claimed.isEmpty();
    }

    private void work(Claimed push) {
        Next next = send(push);
        if (!pushes.settle(push, next)) {
            log.warn(
                    "The lease of push {} ({}) ended before it was sent: another worker has it",
                    push.id(),
                    push.kind());
        }
        loop.wake();
    }

    private Next send(Claimed push) {
        PushHandler handler = handlers.get(push.kind());
        if (handler == null) {
            return Next.never("nobody sends " + push.kind());
        }
        try {
            Next next = handler.send(push);
            if (next instanceof Next.Never never) {
                log.warn("Push {} ({}) can't be sent ({}): dead letter", push.id(), push.kind(), never.why());
            }
            return next;
        } catch (RuntimeException e) {
            return afterTrouble(push, Trouble.of(e));
        }
    }

    private static Next afterTrouble(Claimed push, String trouble) {
        if (push.attempts() + 1 >= MOST_ATTEMPTS) {
            log.error("Push {} ({}) broke off again ({}): dead letter", push.id(), push.kind(), trouble);
            return Next.never(trouble);
        }
        log.error("Push {} ({}) broke off ({}): it is tried again later", push.id(), push.kind(), trouble);
        return Next.later(Backoff.after(push.attempts()), trouble);
    }

    @Override
    public void start() {
        loop.start();
    }

    /** Takes nothing new; what is begun goes on. */
    void stopLooking() {
        loop.stop();
    }

    @Override
    public void stop() {
        stopLooking();
        if (!lanes.finish(pace.farewell())) {
            log.warn("The push worker stops with pushes unfinished: they are sent again when their leases end");
        }
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }
}

package cn.tuanwu.bot.inbox;

import cn.tuanwu.bot.work.Backoff;
import cn.tuanwu.bot.work.Lanes;
import cn.tuanwu.bot.work.Loop;
import cn.tuanwu.bot.work.Pace;
import cn.tuanwu.bot.work.Trouble;
import cn.tuanwu.push.Next;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Handles what the inbox keeps: at once what is handed over, and by looking what nobody handled. */
@Component
public class InboxWorker implements SmartLifecycle {
    private static final int MOST_ATTEMPTS = 15;
    private static final int SHARE = 8;
    private static final Logger log = LoggerFactory.getLogger(InboxWorker.class);

    private final Inbox inbox;
    private final List<EventHandler> handlers;
    private final Pace pace;
    private final Lanes lanes;
    private final Loop loop;
    private final String owner = ManagementFactory.getRuntimeMXBean().getName();
    private final Map<Long, CompletableFuture<Optional<Reply>>> underWay = new ConcurrentHashMap<>();

    InboxWorker(Inbox inbox, List<EventHandler> handlers, Pace inboxPace) {
        this.inbox = inbox;
        this.handlers = handlers;
        this.pace = inboxPace;
        this.lanes = new Lanes("inbox", pace.lanes());
        this.loop = new Loop("inbox-look", pace.idle(), this::round);
    }

    /**
     * Handles a kept event now, if nobody had it. A second delivery while the first is being handled hears the same
     * reply. Empty when there is nothing to say, somebody else has it, or the worker is stopped or has no lane free.
     */
    public Future<Optional<Reply>> handOver(long id) {
        CompletableFuture<Optional<Reply>> mine = new CompletableFuture<>();
        CompletableFuture<Optional<Reply>> others = underWay.putIfAbsent(id, mine);
        if (others != null) {
            return others;
        }
        if (!isRunning() || !lanes.run(() -> first(id, mine))) {
            leave(id, mine, Optional.empty());
        }
        return mine;
    }

    private void first(long id, CompletableFuture<Optional<Reply>> reply) {
        Optional<Reply> said = Optional.empty();
        try {
            said = inbox.claimFirst(id, owner, pace.lease()).flatMap(this::work);
        } catch (RuntimeException e) {
            log.error("Event {} was not begun ({}): it is looked for again", id, Trouble.of(e));
        } finally {
            leave(id, reply, said);
        }
    }

    private void leave(long id, CompletableFuture<Optional<Reply>> reply, Optional<Reply> said) {
        underWay.remove(id);
        reply.complete(said);
    }

    private boolean round() {
        int free = Math.min(lanes.free(), SHARE);
        if (free == 0) {
            return false;
        }
        List<Lease> leases = inbox.claim(owner, free, pace.lease());
        // A lane taken meanwhile by a hand-over leaves a lease to run out: the event comes back.
        leases.forEach(lease -> lanes.run(() -> work(lease)));
        return !leases.isEmpty();
    }

    private Optional<Reply> work(Lease lease) {
        Optional<Reply> reply = Optional.empty();
        Next next = Next.DONE;
        try {
            reply = handle(lease);
        } catch (RuntimeException e) {
            next = afterTrouble(lease, e);
        }
        if (!inbox.settle(lease, next)) {
            log.warn("The lease of event {} ended before its work: another worker has it", lease.id());
        }
        return reply;
    }

    private Optional<Reply> handle(Lease lease) {
        Event event = inbox.open(lease).orElseThrow(() -> new IllegalStateException("the kept event is not readable"));
        return handlers.stream()
                .filter(handler -> handler.handles(event))
                .findFirst()
                .flatMap(handler -> handler.handle(event, "inbox:" + lease.id()));
    }

    private static Next afterTrouble(Lease lease, RuntimeException e) {
        String trouble = Trouble.of(e);
        if (lease.attempts() + 1 >= MOST_ATTEMPTS) {
            log.error("Event {} failed {} times ({}): it is a dead letter now", lease.id(), MOST_ATTEMPTS, trouble);
            return Next.never(trouble);
        }
        log.error("Event {} failed ({}): it is tried again later", lease.id(), trouble);
        return Next.later(Backoff.after(lease.attempts()), trouble);
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
            log.warn("The inbox worker stops with work unfinished: it is done again when the leases end");
        }
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }
}

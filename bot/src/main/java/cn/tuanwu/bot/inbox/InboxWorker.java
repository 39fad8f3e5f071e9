package cn.tuanwu.bot.inbox;

import cn.tuanwu.bot.work.Backoff;
import cn.tuanwu.bot.work.Lanes;
import cn.tuanwu.bot.work.Loop;
import cn.tuanwu.bot.work.Pace;
import cn.tuanwu.bot.work.Trouble;
import cn.tuanwu.push.Next;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Handles what the inbox keeps: at once what has just arrived, and by looking what nobody handled. */
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

    InboxWorker(Inbox inbox, List<EventHandler> handlers, Pace inboxPace) {
        this.inbox = inbox;
        this.handlers = handlers;
        this.pace = inboxPace;
        this.lanes = new Lanes("inbox", pace.lanes());
        this.loop = new Loop("inbox-look", pace.idle(), this::round);
    }

    /** Handles an event that was kept just now, unless the worker is stopped or has no lane free: then it is looked for. */
    void begin(long id, Visit visit, Runnable afterwards) {
        if (!isRunning() || !lanes.run(() -> first(id, visit, afterwards))) {
            afterwards.run();
        }
    }

    private void first(long id, Visit visit, Runnable afterwards) {
        try {
            inbox.claimFirst(id, owner, pace.lease()).ifPresent(lease -> work(lease, visit));
        } finally {
            afterwards.run();
        }
    }

    private boolean round() {
        int free = Math.min(lanes.free(), SHARE);
        if (free == 0) {
            return false;
        }
        List<Lease> leases = inbox.claim(owner, free, pace.lease());
        // A lane taken meanwhile by an arrival leaves a lease to run out: the event comes back.
        leases.forEach(lease -> lanes.run(() -> work(lease, Visit.ofNobody())));
        return !leases.isEmpty();
    }

    private void work(Lease lease, Visit visit) {
        boolean settled;
        try {
            Optional<Reply> reply = handle(lease);
            settled = reply.isPresent() ? answer(lease, reply.get(), visit) : inbox.settle(lease, Next.DONE);
        } catch (RuntimeException e) {
            settled = inbox.settle(lease, afterTrouble(lease, e));
        }
        if (!settled) {
            log.warn("The lease of event {} ended before its work: another worker has it", lease.id());
        }
    }

    private Optional<Reply> handle(Lease lease) {
        Event event =
                inbox.open(lease.id()).orElseThrow(() -> new IllegalStateException("the kept event is not readable"));
        return handlers.stream()
                .filter(handler -> handler.handles(event))
                .findFirst()
                .flatMap(handler -> handler.handle(event, "inbox:" + lease.id()));
    }

    /** In the answer to the callback while a door waits for it; else, or if the door has gone meanwhile, by a push. */
    private boolean answer(Lease lease, Reply reply, Visit visit) {
        Said said = new Said(reply.xml(), () -> delivered(lease, reply));
        if (visit.isAwaited() && inbox.promise(lease) && visit.say(said)) {
            return true;
        }
        return inbox.sayLater(lease, reply.late());
    }

    /** Noted in a lane, so that the door's connection is free for the platform's next callback. */
    private void delivered(Lease lease, Reply reply) {
        Runnable note = () -> note(lease, reply);
        if (!lanes.run(note)) {
            note.run();
        }
    }

    private void note(Lease lease, Reply reply) {
        try {
            if (inbox.heard(lease, reply.onDelivery())) {
                return;
            }
            log.warn("A reply to event {} was noted too late: it may have been said by a push as well", lease.id());
        } catch (RuntimeException e) {
            log.error(
                    "A reply to event {} was given but not noted ({}): a push says it again",
                    lease.id(),
                    Trouble.of(e));
        }
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

package cn.tuanwu.sandbox.actor;

import cn.tuanwu.sandbox.wire.Wire;
import cn.tuanwu.sandbox.wire.WireEntry;
import cn.tuanwu.sandbox.world.World;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells open pages that something changed. Slow or gone pages are dropped and come back by themselves. */
@Component
class LiveEvents implements SmartLifecycle {

    private static final long HEARTBEAT_SECONDS = 15;

    private final List<SseEmitter> pages = new CopyOnWriteArrayList<>();
    private final AtomicLong newest = new AtomicLong();
    private final AtomicLong told = new AtomicLong();
    private final ScheduledExecutorService teller = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "platform-events");
        thread.setDaemon(true);
        return thread;
    });

    LiveEvents(World world, Wire wire) {
        world.onChange(this::changed);
        wire.onEntry(this::happened);
        teller.scheduleAtFixedRate(
                () -> send(SseEmitter.event().comment("here")), HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
    }

    SseEmitter open(long version) {
        SseEmitter page = new SseEmitter(0L);
        page.onCompletion(() -> pages.remove(page));
        page.onError(gone -> pages.remove(page));
        page.onTimeout(() -> pages.remove(page));
        pages.add(page);
        run(() -> send(
                page, SseEmitter.event().name("state").data(Map.of("version", version), MediaType.APPLICATION_JSON)));
        return page;
    }

    @Override
    public void start() {
        // Ready from the beginning; only the order of stopping matters.
    }

    /** Comes before the web server stops, which would otherwise cut open pages off in the middle. */
    @Override
    public void stop() {
        teller.shutdownNow();
        pages.forEach(SseEmitter::complete);
    }

    @Override
    public boolean isRunning() {
        return !teller.isShutdown();
    }

    /** Many changes in a row become one event with the newest version. */
    private void changed(long version) {
        newest.accumulateAndGet(version, Math::max);
        run(() -> {
            long latest = newest.get();
            if (told.getAndSet(latest) != latest) {
                send(SseEmitter.event().name("state").data(Map.of("version", latest), MediaType.APPLICATION_JSON));
            }
        });
    }

    private void happened(WireEntry entry) {
        run(() -> send(SseEmitter.event().name("wire").data(entry, MediaType.APPLICATION_JSON)));
    }

    private void run(Runnable work) {
        try {
            teller.execute(work);
        } catch (RejectedExecutionException closing) {
            // Nobody is left to be told.
        }
    }

    private void send(SseEmitter.SseEventBuilder event) {
        var parts = event.build();
        for (SseEmitter page : pages) {
            try {
                page.send(parts);
            } catch (IOException | IllegalStateException gone) {
                pages.remove(page);
                page.completeWithError(gone);
            }
        }
    }

    private void send(SseEmitter page, SseEmitter.SseEventBuilder event) {
        try {
            page.send(event);
        } catch (IOException | IllegalStateException gone) {
            pages.remove(page);
        }
    }
}

package cn.tuanwu.bot.inbox;

import cn.tuanwu.bot.work.Trouble;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Seal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps arriving events. A platform waits for this, so it costs one round trip to the database, on connections that
 * nothing else can take: what waits goes together with the next of a few writers. What could not be kept is tried again as
 * long as a door waits for it, and told as not kept after that.
 */
@Component
class Intake implements SmartLifecycle {
    private static final int WRITERS = 8;
    private static final int MOST_AT_ONCE = 64;
    private static final int MOST_WAITING = 4_000;
    private static final Duration IDLE = Duration.ofSeconds(20);
    private static final Duration AFTER_TROUBLE = Duration.ofMillis(100);
    private static final Logger log = LoggerFactory.getLogger(Intake.class);

    private final IntakeDatabase database;
    private final Seal seal;
    private final Ids ids;
    private final BlockingQueue<Arrival> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final List<Thread> writers = new ArrayList<>();
    private volatile boolean running;

    Intake(IntakeDatabase database, Seal seal, Ids ids) {
        this.database = database;
        this.seal = seal;
        this.ids = ids;
    }

    /**
     * Keeps the event unless it was kept before; the visit hears when it is.
     *
     * @param isNew called with its id when it was not kept before
     * @param otherwise called when it was, or can't be kept
     */
    void take(Event event, byte[] key, String xml, Visit visit, LongConsumer isNew, Runnable otherwise) {
        long id = ids.next();
        byte[] payload = seal.seal(Inbox.payload(id), xml);
        Arrival arrival = new Arrival(id, event, key, payload, visit, isNew, otherwise);
        if (!running || !waiting.offer(arrival)) {
            log.error("A callback from {} finds no room: the platform will send it again", event.source());
            arrival.refuse();
        }
    }

    private void write() {
        try (IntakeDatabase.Line line = database.line()) {
            line.keepAlive();
            while (running || !waiting.isEmpty()) {
                List<Arrival> batch = next();
                if (batch.isEmpty()) {
                    line.keepAlive();
                }
                while (!batch.isEmpty()) {
                    batch = keep(line, batch);
                }
            }
        }
    }

    private List<Arrival> next() {
        List<Arrival> batch = new ArrayList<>();
        try {
            Arrival first = waiting.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
            if (first != null) {
                batch.add(first);
                waiting.drainTo(batch, MOST_AT_ONCE - 1);
            }
        } catch (InterruptedException e) {
            // Told to stop: what is there already is kept.
            waiting.drainTo(batch, MOST_AT_ONCE);
        }
        return batch;
    }

    /** @return what is to be tried again */
    private List<Arrival> keep(IntakeDatabase.Line line, List<Arrival> batch) {
        try {
            boolean allNew = line.insert(batch) == batch.size();
            batch.forEach(arrival -> arrival.visit().kept(true));
            Set<Long> fresh = allNew ? Set.of() : line.present(batch);
            batch.forEach(arrival -> arrival.goOn(allNew || fresh.contains(arrival.id())));
            return List.of();
        } catch (SQLException e) {
            return afterTrouble(line, batch, e);
        }
    }

    private List<Arrival> afterTrouble(IntakeDatabase.Line line, List<Arrival> batch, SQLException e) {
        if (IntakeDatabase.isOfTheMoment(e)) {
            log.warn("{} callbacks are not kept yet ({}): tried again at once", batch.size(), Trouble.of(e));
            pause();
            return stillAwaited(batch);
        }
        if (batch.size() == 1) {
            log.error("A callback can't be kept ({}): the platform is told so", Trouble.of(e));
            batch.get(0).refuse();
            return List.of();
        }
        // One of them is not acceptable to the database: the others must not suffer for it.
        return batch.stream()
                .flatMap(arrival -> keep(line, List.of(arrival)).stream())
                .toList();
    }

    private static List<Arrival> stillAwaited(List<Arrival> batch) {
        batch.stream().filter(arrival -> !arrival.visit().isAwaited()).forEach(Arrival::refuse);
        return batch.stream().filter(arrival -> arrival.visit().isAwaited()).toList();
    }

    private static void pause() {
        try {
            Thread.sleep(AFTER_TROUBLE.toMillis());
        } catch (InterruptedException e) {
            // Told to stop: one last try.
        }
    }

    @Override
    public synchronized void start() {
        running = true;
        for (int i = 1; i <= WRITERS; i++) {
            Thread writer = new Thread(this::write, "intake-" + i);
            writers.add(writer);
            writer.start();
        }
    }

    /** What was taken is kept before this returns. */
    @Override
    public synchronized void stop() {
        running = false;
        writers.forEach(Thread::interrupt);
        for (Thread writer : writers) {
            try {
                writer.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        writers.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the doors open and after they closed. */
    @Override
    public int getPhase() {
        return 0;
    }
}

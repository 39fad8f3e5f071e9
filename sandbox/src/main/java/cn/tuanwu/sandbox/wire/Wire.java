package cn.tuanwu.sandbox.wire;

import cn.tuanwu.sandbox.PlatformSettings;
import cn.tuanwu.sandbox.wire.WireEntry.Draft;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** The newest messages between the platforms and the applications, for people to read. */
@Component
public class Wire {

    private static final int KEPT = 1000;

    private final Deque<WireEntry> entries = new ArrayDeque<>();
    private final List<Consumer<WireEntry>> listeners = new CopyOnWriteArrayList<>();
    private final Clock clock;
    private long lastId;

    /** The wire is read beside the applications' logs, so it keeps the real time. */
    Wire(PlatformSettings settings) {
        this.clock = settings.clock();
        // Ids keep growing over restarts, so a page that asks for what came after N is never left waiting.
        this.lastId = clock.millis();
    }

    public void add(Draft draft) {
        WireEntry entry;
        synchronized (entries) {
            entry = draft.masked().entry(++lastId, clock.instant());
            entries.addLast(entry);
            if (entries.size() > KEPT) {
                entries.removeFirst();
            }
        }
        listeners.forEach(listener -> listener.accept(entry));
    }

    /** The oldest {@code limit} entries after {@code id}; without an id the newest ones. Oldest first. */
    public List<WireEntry> after(Long id, int limit) {
        synchronized (entries) {
            long skip = id == null ? Math.max(0, entries.size() - (long) limit) : 0;
            return entries.stream()
                    .filter(entry -> id == null || entry.id() > id)
                    .skip(skip)
                    .limit(limit)
                    .toList();
        }
    }

    public void onEntry(Consumer<WireEntry> listener) {
        listeners.add(listener);
    }
}

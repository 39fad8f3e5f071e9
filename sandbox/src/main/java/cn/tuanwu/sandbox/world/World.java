package cn.tuanwu.sandbox.world;

import cn.tuanwu.sandbox.PlatformSettings;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;

/** The one lock around {@link WorldState}. Never call a network inside {@link #change} or {@link #read}. */
@Component
public class World implements AutoCloseable {

    private final ReentrantLock lock = new ReentrantLock();
    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
    private final WorldFile file;
    private final WorldState state;

    World(PlatformSettings settings) {
        file = new WorldFile(settings.directory(), this::snapshot);
        state = file.load();
    }

    public <T> T read(Function<WorldState, T> question) {
        lock.lock();
        try {
            return question.apply(state);
        } finally {
            lock.unlock();
        }
    }

    /** Runs the change, counts the version up, has it saved soon and tells the listeners, outside the lock. */
    public <T> T change(Function<WorldState, T> change) {
        T result;
        long version;
        lock.lock();
        try {
            result = change.apply(state);
            version = ++state.version;
        } finally {
            lock.unlock();
        }
        file.saveSoon();
        listeners.forEach(listener -> listener.accept(version));
        return result;
    }

    public void alter(Consumer<WorldState> change) {
        change(state -> {
            change.accept(state);
            return null;
        });
    }

    /** The listener is called with the new version after each change and must return at once. */
    public void onChange(LongConsumer listener) {
        listeners.add(listener);
    }

    @Override
    public void close() {
        file.close();
    }

    private byte[] snapshot() {
        return read(Json::bytes);
    }
}

package cn.tuanwu.bot.inbox;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Where doors hand events in: each is kept, and what is new is begun here at once if a lane is free. */
@Component
public class Arrivals {
    private final Intake intake;
    private final InboxWorker worker;
    private final Map<Key, Visit> underWay = new ConcurrentHashMap<>();

    private record Key(Event.Source source, ByteBuffer digest) {}

    Arrivals(Intake intake, InboxWorker worker) {
        this.intake = intake;
        this.worker = worker;
    }

    /**
     * Takes a verified event. A second delivery while the first is under way here waits with it and hears the same reply.
     *
     * @param xml the message as it was decrypted; it is kept sealed
     */
    public Visit arrive(Event event, String xml) {
        byte[] digest = event.key();
        Key key = new Key(event.source(), ByteBuffer.wrap(digest));
        Visit mine = new Visit().enter();
        Visit others = underWay.putIfAbsent(key, mine);
        if (others != null) {
            return others.enter();
        }
        Runnable leave = () -> {
            underWay.remove(key);
            mine.end();
        };
        intake.take(event, digest, xml, mine, id -> worker.begin(id, mine, leave), leave);
        return mine;
    }
}

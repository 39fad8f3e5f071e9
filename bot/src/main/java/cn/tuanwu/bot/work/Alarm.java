package cn.tuanwu.bot.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Says what someone must mend: the same sentence once a minute, however many pushes it holds up. */
@Component
public class Alarm {
    private static final Duration QUIET = Duration.ofMinutes(1);
    private static final Logger log = LoggerFactory.getLogger(Alarm.class);

    private final Clock clock;
    private final Map<String, Instant> raised = new ConcurrentHashMap<>();

    Alarm(Clock clock) {
        this.clock = clock;
    }

    /** @param sentence one of a fixed set: each is remembered */
    public void raise(String sentence) {
        Instant now = clock.instant();
        Instant last = raised.get(sentence);
        if (last == null || !now.isBefore(last.plus(QUIET))) {
            raised.put(sentence, now);
            log.error(sentence);
        }
    }
}

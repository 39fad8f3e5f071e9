package cn.tuanwu.push;

import java.time.Duration;

/** What a worker says should happen to a claimed push. Reasons carry codes, never personal data. */
public sealed interface Next {
    /** It was sent. */
    record Done() implements Next {}

    /** There is nothing to say any more. */
    record Skip(String why) implements Next {}

    /** Not now: try again after this time. */
    record Later(Duration after, String why) implements Next {}

    /** It can't work: keep it as a dead letter until someone sends it again. */
    record Never(String why) implements Next {}

    Next DONE = new Done();

    static Next skip(String why) {
        return new Skip(why);
    }

    static Next later(Duration after, String why) {
        return new Later(after, why);
    }

    static Next never(String why) {
        return new Never(why);
    }
}

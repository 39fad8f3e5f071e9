package cn.tuanwu.push;

import java.time.Duration;

/** What a worker says should happen to a claimed push. Reasons carry codes, never personal data. */
public sealed interface Next {
    /** It was sent. */
    record Done() implements Next {}

    /** There is nothing to say any more. */
    record Skip(String why) implements Next {}

    /**
     * Not now: try again after this time.
     *
     * @param tried false when it was only held back: then it counts as no attempt
     */
    record Later(Duration after, String why, boolean tried) implements Next {}

    /** It can't work: keep it as a dead letter until someone sends it again. */
    record Never(String why) implements Next {}

    Next DONE = new Done();

    static Next skip(String why) {
        return new Skip(why);
    }

    static Next later(Duration after, String why) {
        return new Later(after, why, true);
    }

    static Next held(Duration after, String why) {
        return new Later(after, why, false);
    }

    static Next never(String why) {
        return new Never(why);
    }
}

package cn.tuanwu.push;

import java.time.Duration;

/**
 * One thing to send. It names what it is about, not what it says: the words are made when it is sent.
 *
 * @param receiver an id, or empty when the subject alone says who
 * @param key two pushes with one key are one push
 * @param after not before this much later, zero or more
 */
public record Push(PushKind kind, long subject, String receiver, String key, Duration after) {

    public static Push now(PushKind kind, long subject) {
        return new Push(kind, subject, "", kind + ":" + subject, Duration.ZERO);
    }

    public static Push now(PushKind kind, long subject, long receiver) {
        return new Push(kind, subject, Long.toString(receiver), kind + ":" + subject + ":" + receiver, Duration.ZERO);
    }

    public Push after(Duration wait) {
        return new Push(kind, subject, receiver, key, wait);
    }
}

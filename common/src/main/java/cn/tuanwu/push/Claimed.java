package cn.tuanwu.push;

/**
 * A push lent to one worker until its lease ends.
 *
 * @param claim the fencing token: settling with an older one changes nothing
 * @param attempts how often it was tried before, 0 at first
 */
public record Claimed(long id, PushKind kind, long subject, String receiver, int claim, int attempts) {}

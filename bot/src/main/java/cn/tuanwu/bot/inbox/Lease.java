package cn.tuanwu.bot.inbox;

/**
 * An event lent to one worker until its lease ends.
 *
 * @param claim the fencing token: settling with an older one changes nothing
 * @param attempts how often it was tried before, 0 at first
 */
public record Lease(long id, int claim, int attempts) {}

package cn.tuanwu.bot.inbox;

import cn.tuanwu.push.PushKind;

/**
 * A reply in words, for when the platform does not wait for it any more.
 *
 * @param kind the push that says them; its subject is the event in the inbox
 */
public record Late(PushKind kind, String words) {}

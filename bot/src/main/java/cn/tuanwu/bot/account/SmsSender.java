package cn.tuanwu.bot.account;

import cn.tuanwu.kernel.Phone;
import cn.tuanwu.push.Next;

/** Someone who brings a code to a phone. Words are the sender's own: a template at most, never free text. */
interface SmsSender {

    /** @param attempts how often it was tried before */
    Next send(Phone phone, String code, int attempts);
}

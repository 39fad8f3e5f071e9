package cn.tuanwu.bot.account;

import cn.tuanwu.kernel.Phone;
import cn.tuanwu.push.Next;
import cn.tuanwu.rebind.Notice;

/** Someone who brings a code, or a notice, to a phone. Words are the sender's own: a template at most, never free text. */
interface SmsSender {

    /** @param attempts how often it was tried before */
    Next send(Phone phone, String code, int attempts);

    /** Says what became of a re-binding. */
    Next tell(Phone phone, Notice notice, int attempts);
}

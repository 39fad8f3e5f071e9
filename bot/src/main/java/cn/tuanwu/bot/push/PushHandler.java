package cn.tuanwu.bot.push;

import cn.tuanwu.push.Claimed;
import cn.tuanwu.push.Next;
import cn.tuanwu.push.PushKind;

/** Sends one kind of push. Called outside any transaction, perhaps again after a worker died. */
public interface PushHandler {

    PushKind kind();

    /** Renders and sends what is true now. An exception means: try again later. */
    Next send(Claimed push);
}

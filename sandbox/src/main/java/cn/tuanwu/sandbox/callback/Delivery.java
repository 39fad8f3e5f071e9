package cn.tuanwu.sandbox.callback;

import org.w3c.dom.Element;

/**
 * How a callback went.
 *
 * @param status the HTTP status of the last attempt, 0 when no answer came in time
 * @param reply the decrypted reply; null when the bot only acknowledged
 * @param problem why a reply was thrown away; null when nothing was wrong
 */
record Delivery(boolean delivered, int attempts, int status, Element reply, String problem) {

    String replyType() {
        return reply == null ? "" : Xml.child(reply, "MsgType");
    }
}

package cn.tuanwu.sandbox.callback;

/**
 * A message on its way to the bot, still in clear.
 *
 * @param openid who caused it, repeated in the query for an official account; null in WeChat Work
 * @param title what happened, for the wire log
 */
record Callback(String xml, String openid, String title) {

    Callback but(String remark) {
        return new Callback(xml, openid, title + remark);
    }
}

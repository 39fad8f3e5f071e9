/** The callback doors: verify, keep once, answer. */
package cn.tuanwu.bot.callback;

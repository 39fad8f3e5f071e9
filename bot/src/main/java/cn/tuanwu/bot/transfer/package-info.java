/** What the bot does for transfers. */
package cn.tuanwu.bot.transfer;

/** What must be right before the bot starts. */
package cn.tuanwu.bot.start;

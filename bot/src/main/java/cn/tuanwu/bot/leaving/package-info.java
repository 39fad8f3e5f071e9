/** What the bot does for those who leave: the result for the member, a monthly word to the branches. */
package cn.tuanwu.bot.leaving;

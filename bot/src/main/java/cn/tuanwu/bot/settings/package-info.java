/** The TUANWU_* settings of the bot, read once. */
package cn.tuanwu.bot.settings;

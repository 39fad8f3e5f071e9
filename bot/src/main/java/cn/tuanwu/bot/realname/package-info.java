/** Real-name checks on their way to the provider. */
package cn.tuanwu.bot.realname;

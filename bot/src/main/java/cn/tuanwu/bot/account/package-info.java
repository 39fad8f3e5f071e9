/** SMS codes on their way to a phone. */
package cn.tuanwu.bot.account;

/** What is said about member numbers. */
package cn.tuanwu.bot.number;

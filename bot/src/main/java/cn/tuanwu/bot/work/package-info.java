/** How the workers of inbox and outbox run: a loop that looks, lanes that do. */
package cn.tuanwu.bot.work;

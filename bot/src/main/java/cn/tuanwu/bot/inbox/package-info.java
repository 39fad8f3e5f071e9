/** The inbox: what the platforms told us, kept once, handled by a worker that may die at any line. */
package cn.tuanwu.bot.inbox;

/** How work is run: a loop that looks, lanes that do, a shell that opens the rooms for one command. */
package cn.tuanwu.bot.work;

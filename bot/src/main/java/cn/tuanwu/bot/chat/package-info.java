/** What people type or choose in a menu. */
package cn.tuanwu.bot.chat;

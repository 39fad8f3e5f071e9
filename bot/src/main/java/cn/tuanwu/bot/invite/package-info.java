/** Scanned invitations and the way into the mini-program. */
package cn.tuanwu.bot.invite;

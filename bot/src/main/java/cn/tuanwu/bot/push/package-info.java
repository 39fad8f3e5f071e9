/** The push worker: takes what the rooms want said and says it. */
package cn.tuanwu.bot.push;

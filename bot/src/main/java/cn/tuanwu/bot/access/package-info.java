/** Who someone on the roster is in WeChat Work. */
package cn.tuanwu.bot.access;

/** Who someone on the roster is in WeChat Work; what the site owner does at the shell about accounts. */
package cn.tuanwu.bot.access;

/** Review cards in WeChat Work: sent, tapped, closed; and who is told what was decided. */
package cn.tuanwu.bot.review;

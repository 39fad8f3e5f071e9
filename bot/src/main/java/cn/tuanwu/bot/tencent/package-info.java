/** A thin client on the platforms' library: every way a call can end is one of four results. */
package cn.tuanwu.bot.tencent;

/** Photographed volunteer forms in the WeChat Work chat: pictures come in, a card asks whose they are. */
package cn.tuanwu.bot.capture;

/** The doors to the chat platforms: callbacks, inbox, cards, chat, the push worker. */
package cn.tuanwu.bot;

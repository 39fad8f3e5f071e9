/** The doctor: says for each platform whether everything is set up right, and what to change when it isn't. */
package cn.tuanwu.bot.doctor;

/**
 * The doctor: says for each platform whether everything is set up right and what to change when it isn't; and sets up there
 * what calls can set up: menus and the home page.
 */
package cn.tuanwu.bot.doctor;

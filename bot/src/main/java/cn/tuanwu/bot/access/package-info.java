/** What the site owner does at the shell about accounts. */
package cn.tuanwu.bot.access;

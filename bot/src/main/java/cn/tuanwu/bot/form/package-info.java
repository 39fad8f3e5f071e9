/** What is said of volunteer forms in WeChat Work: results, reminders; and what is swept. */
package cn.tuanwu.bot.form;

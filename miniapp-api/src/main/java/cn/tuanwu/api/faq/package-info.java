/** What people ask, for the help page. */
package cn.tuanwu.api.faq;

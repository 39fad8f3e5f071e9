/** Real-name checks: one per pair of name and number, asynchronous, never repeated for a pair that failed. */
package cn.tuanwu.realname;

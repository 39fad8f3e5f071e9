/** What is going on in an organisation and below it: lists, counts, trends. */
package cn.tuanwu.insight;

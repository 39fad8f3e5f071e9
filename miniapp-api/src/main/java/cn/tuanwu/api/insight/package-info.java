/** What is going on in an organisation: for the console. */
package cn.tuanwu.api.insight;

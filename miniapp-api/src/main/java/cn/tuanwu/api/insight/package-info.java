/** 我的团员 as the console asks for it. */
package cn.tuanwu.api.insight;

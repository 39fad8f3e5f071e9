/** 入团仪式: where and how new members took the oath, and who has not yet. */
package cn.tuanwu.ceremony;

/** Alibaba Cloud as the rooms need it: one call, one answer, nothing thrown that holds what was sent. */
package cn.tuanwu.bot.aliyun;

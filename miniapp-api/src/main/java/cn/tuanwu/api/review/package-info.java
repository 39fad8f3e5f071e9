/** What waits for an operator, one registration in detail, and its decision: the pages in WeChat Work. */
package cn.tuanwu.api.review;

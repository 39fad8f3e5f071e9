/** Review: one task per submission, one decision per task, one card per operator. */
package cn.tuanwu.review;

/** One effect however often a request is sent: the answer is kept in the transaction of the effect. */
package cn.tuanwu.api.once;

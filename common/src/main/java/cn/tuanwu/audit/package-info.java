/** Who did what to which thing, written in the transaction of the deed. Ids only. */
package cn.tuanwu.audit;

/** The doors to transfers: the member's own, and what a target is found by. */
package cn.tuanwu.api.transfer;

/** Transfers: a member goes from one branch to another, node by node. */
package cn.tuanwu.transfer;

/** The outbox: everything that must still leave the house, kept with the fact that caused it. */
package cn.tuanwu.push;

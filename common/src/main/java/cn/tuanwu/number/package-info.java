/** Member numbers (发展团员编号): whose each one is, once and for good. */
package cn.tuanwu.number;

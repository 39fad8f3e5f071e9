/** The console's member numbers: segments, single numbers, sums, and the fence. */
package cn.tuanwu.api.number;

/** Who acts, for which organisation, and what they may see. */
package cn.tuanwu.access;

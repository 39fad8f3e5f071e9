/** The organisation tree and what can be found in it. */
package cn.tuanwu.org;

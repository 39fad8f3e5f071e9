/** Finding organisations. */
package cn.tuanwu.api.org;

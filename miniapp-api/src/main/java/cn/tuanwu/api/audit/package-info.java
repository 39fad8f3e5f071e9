/** Reading the audit. */
package cn.tuanwu.api.audit;

/** Copies people take along: their own data as PDF and Excel, and the member card. */
package cn.tuanwu.api.export;

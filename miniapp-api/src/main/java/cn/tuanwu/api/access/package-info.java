/** Signing in at the console and on the operators' pages, and signing out anywhere. */
package cn.tuanwu.api.access;

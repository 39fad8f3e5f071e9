/** Signing in at the console, and signing out anywhere. */
package cn.tuanwu.api.access;

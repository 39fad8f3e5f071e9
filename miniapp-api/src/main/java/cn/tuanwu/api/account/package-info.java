/** Making an account and signing in. */
package cn.tuanwu.api.account;

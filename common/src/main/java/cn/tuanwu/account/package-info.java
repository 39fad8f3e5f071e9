/** Accounts: a phone number, a password, the WeChat identities bound to them. */
package cn.tuanwu.account;

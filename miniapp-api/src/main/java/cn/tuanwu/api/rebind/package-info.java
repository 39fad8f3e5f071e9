/** The ways to another phone: a re-binding the branch agrees to, a change by the account's owner. */
package cn.tuanwu.api.rebind;

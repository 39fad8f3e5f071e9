/**
 * The house, in story order: kernel → org → access → change → invite → account → realname → registration → review, with audit and
 * push beside kernel. A room names only rooms to its left; later rooms listen to earlier rooms' events, in the same
 * transaction.
 */
package cn.tuanwu;

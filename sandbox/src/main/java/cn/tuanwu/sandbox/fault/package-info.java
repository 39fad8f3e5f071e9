/** What goes wrong on purpose: calls that fail, callbacks that get lost, doubled or overtaken. */
package cn.tuanwu.sandbox.fault;

/** Graduates: when each branch's members graduate, who is an exception, and many transfers started at once. */
package cn.tuanwu.graduation;

/** What is kept of a person: each room says what it holds, and erases it. */
package cn.tuanwu.trace;

/** 我的数据: a copy of everything, and the wish to be erased. */
package cn.tuanwu.api.erasure;

/** 删除个人信息: a member asks, the superior agrees, every room erases what it holds; a tombstone stays. */
package cn.tuanwu.erasure;

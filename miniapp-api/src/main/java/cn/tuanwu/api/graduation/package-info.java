/** 毕业生转接: graduation months, who graduates, and many transfers at once. */
package cn.tuanwu.api.graduation;

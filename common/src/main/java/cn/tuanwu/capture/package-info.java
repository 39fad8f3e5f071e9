/** Pages of a volunteer form on their way from a phone: collected, looked at, put in order, filed. */
package cn.tuanwu.capture;

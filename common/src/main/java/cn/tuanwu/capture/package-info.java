/** Pages photographed on a phone, on their way to a volunteer form. */
package cn.tuanwu.capture;

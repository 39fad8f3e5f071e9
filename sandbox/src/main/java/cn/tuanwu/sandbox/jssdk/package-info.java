/** WeChat Work's JS-SDK as far as our pages use it: the script, and the phone behind it. */
package cn.tuanwu.sandbox.jssdk;

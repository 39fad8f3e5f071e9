/** The doors to leaving, coming back and the deletion of a wrong registration. */
package cn.tuanwu.api.leaving;

/** The operators' pages for photographed volunteer forms. */
package cn.tuanwu.api.capture;

/** Papers written with the letters of this machine. */
package cn.tuanwu.api.letters;

/** Photographs of paper: looked at before they are decoded, straightened, evened, judged. No table, no caller. */
package cn.tuanwu.photo;

/** Letters drawn with the fonts of this machine. No table, no caller. */
package cn.tuanwu.letters;

/** Letters drawn with the fonts of this machine, for papers and pictures. */
package cn.tuanwu.api.letters;

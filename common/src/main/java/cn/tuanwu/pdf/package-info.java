/** Papers: pages made into one, foreign ones examined, a page shown as a picture. No table, no caller. */
package cn.tuanwu.pdf;

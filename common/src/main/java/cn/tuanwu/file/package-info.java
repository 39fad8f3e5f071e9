/** Files that are too large for a row: kept whole or not at all, lent by links that end soon. */
package cn.tuanwu.file;

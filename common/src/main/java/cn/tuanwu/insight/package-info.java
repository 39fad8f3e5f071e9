/** What the console shows of many members at once: the list, its counters, what is exported of it. */
package cn.tuanwu.insight;

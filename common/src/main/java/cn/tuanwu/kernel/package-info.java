/** What every room leans on: ids, time, transactions, sealed values, refusals. A closed list, held by a test. */
package cn.tuanwu.kernel;

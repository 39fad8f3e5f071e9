/** Long work as the console sees it, and the worker that does it. */
package cn.tuanwu.api.job;

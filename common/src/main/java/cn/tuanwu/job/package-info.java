/** Long work started at the console: queued, done by any node, with progress and a sealed result. */
package cn.tuanwu.job;

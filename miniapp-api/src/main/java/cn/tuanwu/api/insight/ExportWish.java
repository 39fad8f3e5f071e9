package cn.tuanwu.api.insight;

/**
 * What an export job has to know.
 *
 * @param reason why the numbers are wanted in clear; null: they are masked
 */
record ExportWish(FilterQuery filter, String reason) {}

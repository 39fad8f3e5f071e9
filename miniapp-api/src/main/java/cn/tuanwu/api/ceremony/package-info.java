/** 入团仪式 at the PC and on operators' phones: recorded, looked at, listed, counted. */
package cn.tuanwu.api.ceremony;

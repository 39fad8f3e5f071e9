/** What this application says of itself to those who program against it. */
package cn.tuanwu.api.openapi;

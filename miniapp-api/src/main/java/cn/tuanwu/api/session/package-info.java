/** Who is asking: sessions in Redis, and the caller each door is given. */
package cn.tuanwu.api.session;

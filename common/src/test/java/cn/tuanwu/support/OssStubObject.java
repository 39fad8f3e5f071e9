package cn.tuanwu.support;

import java.time.Instant;

/** @param md5 as the entity tag tells it: upper case hex; with a number of parts behind it when it went in parts */
public record OssStubObject(byte[] content, String type, String md5, String crc64, Instant since) {}

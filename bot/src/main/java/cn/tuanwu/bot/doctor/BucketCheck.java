package cn.tuanwu.bot.doctor;

import cn.tuanwu.file.BucketProbe;
import cn.tuanwu.file.FileSettings;

/** Tries out the bucket of the volunteer forms. */
final class BucketCheck {
    private BucketCheck() {}

    static Finding judge(FileSettings.Oss oss) {
        Finding finding = new Finding("文件存储");
        BucketProbe.fault(oss).ifPresent(code -> tell(code, finding));
        return finding;
    }

    private static void tell(String code, Finding finding) {
        switch (code) {
            case "InvalidAccessKeyId" -> finding.fault("AccessKey 不存在或已停用", "改 TUANWU_ALIYUN_ACCESS_KEY_ID");
            case "SignatureDoesNotMatch" ->
                finding.fault("签名不对", "改 TUANWU_ALIYUN_ACCESS_KEY_SECRET 或 TUANWU_OSS_REGION");
            case "NoSuchBucket" -> finding.fault("没有这个 Bucket", "改 TUANWU_OSS_BUCKET 或 TUANWU_OSS_REGION");
            case "AccessDenied" -> finding.fault("没有读写权限", "给这个 RAM 用户授予该 Bucket 下对象的读、写、删、列举权限");
            case "RequestTimeTooSkewed" -> finding.fault("本机时钟不准", "校准时钟（NTP）");
            case BucketProbe.PUBLIC -> finding.fault("Bucket 不是私有的，任何人都能读", "在 OSS 控制台把读写权限改为私有");
            case "UnknownHost", "ConnectionRefused", "ConnectionTimeout", "SocketTimeout", "SocketException" ->
                finding.fault("连不上 OSS", "检查网络、TUANWU_OSS_REGION 和 TUANWU_OSS_API");
            default -> finding.fault("试存一个文件时返回 " + code, "按 OSS 文档的错误码处理");
        }
    }
}

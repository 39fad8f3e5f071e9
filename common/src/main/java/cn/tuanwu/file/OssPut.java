package cn.tuanwu.file;

import com.aliyun.oss.ClientException;
import com.aliyun.oss.OSS;
import com.aliyun.oss.common.utils.BinaryUtil;
import com.aliyun.oss.common.utils.CRC64;
import com.aliyun.oss.model.AbortMultipartUploadRequest;
import com.aliyun.oss.model.CompleteMultipartUploadRequest;
import com.aliyun.oss.model.InitiateMultipartUploadRequest;
import com.aliyun.oss.model.ObjectMetadata;
import com.aliyun.oss.model.PartETag;
import com.aliyun.oss.model.UploadPartRequest;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Puts one file and looks whether it is there: its length, and its MD5 or, for what went in parts, whose MD5s were looked at
 * one by one, the checksum of the whole (CRC-64/XZ).
 */
class OssPut {
    static final int PART = 4 * 1024 * 1024;

    private final OSS client;
    private final String bucket;

    OssPut(OSS client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    void put(String key, byte[] content, String type) {
        boolean inParts = content.length > PART;
        if (inParts) {
            parts(key, content, type);
        } else {
            client.putObject(bucket, key, new ByteArrayInputStream(content), described(content, type));
        }
        ObjectMetadata there = client.headObject(bucket, key);
        if (!same(there, content, inParts)) {
            throw new ClientException("what was kept is not what was sent", "Different", "");
        }
    }

    private void parts(String key, byte[] content, String type) {
        InitiateMultipartUploadRequest start = new InitiateMultipartUploadRequest(bucket, key, encrypted(type));
        String upload = client.initiateMultipartUpload(start).getUploadId();
        try {
            List<PartETag> parts = new ArrayList<>();
            for (int from = 0; from < content.length; from += PART) {
                int to = Math.min(content.length, from + PART);
                parts.add(part(key, upload, parts.size() + 1, Arrays.copyOfRange(content, from, to)));
            }
            client.completeMultipartUpload(new CompleteMultipartUploadRequest(bucket, key, upload, parts));
        } catch (RuntimeException e) {
            abort(key, upload, e);
            throw e;
        }
    }

    private PartETag part(String key, String upload, int number, byte[] part) {
        UploadPartRequest wish =
                new UploadPartRequest(bucket, key, upload, number, new ByteArrayInputStream(part), part.length);
        wish.setMd5Digest(md5(part));
        PartETag kept = client.uploadPart(wish).getPartETag();
        if (!kept.getETag().equalsIgnoreCase(hexMd5(part))) {
            throw new ClientException("a part is not what was sent", "Different", "");
        }
        return kept;
    }

    /** Parts nobody completes cost money; the bucket's own rule (碎片清理) takes what stays. */
    private void abort(String key, String upload, RuntimeException cause) {
        try {
            client.abortMultipartUpload(new AbortMultipartUploadRequest(bucket, key, upload));
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    private static boolean same(ObjectMetadata there, byte[] content, boolean inParts) {
        if (there.getContentLength() != content.length) {
            return false;
        }
        CRC64 sum = new CRC64();
        sum.update(content, content.length);
        Long told = there.getServerCRC();
        boolean sameSum = told != null && told == sum.getValue();
        return inParts ? sameSum : hexMd5(content).equalsIgnoreCase(there.getETag());
    }

    private static ObjectMetadata described(byte[] content, String type) {
        ObjectMetadata about = encrypted(type);
        about.setContentLength(content.length);
        about.setContentMD5(md5(content));
        return about;
    }

    private static ObjectMetadata encrypted(String type) {
        ObjectMetadata about = new ObjectMetadata();
        about.setContentType(type);
        about.setServerSideEncryption(ObjectMetadata.AES_256_SERVER_SIDE_ENCRYPTION);
        return about;
    }

    private static String md5(byte[] content) {
        return BinaryUtil.toBase64String(BinaryUtil.calculateMd5(content));
    }

    private static String hexMd5(byte[] content) {
        return BinaryUtil.encodeMD5(content);
    }
}

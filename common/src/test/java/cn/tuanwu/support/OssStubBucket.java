package cn.tuanwu.support;

import com.aliyun.oss.common.utils.CRC64;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the bucket does with one request. */
class OssStubBucket {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final OssStub stub;
    private final OssStub.Fault fault;

    OssStubBucket(OssStub stub, OssStub.Fault fault) {
        this.stub = stub;
        this.fault = fault;
    }

    OssStubAnswer answer(OssStubCall call) {
        if (!OssStubSignature.isGood(call)) {
            return OssStubAnswer.refused(403, "SignatureDoesNotMatch");
        }
        if (call.header("content-md5") != null && !call.header("content-md5").equals(base64(md5(call.body())))) {
            return OssStubAnswer.refused(400, "InvalidDigest");
        }
        return switch (call.method()) {
            case "PUT" -> call.query().containsKey("uploadId") ? part(call) : put(call);
            case "POST" -> call.query().containsKey("uploads") ? begin(call) : complete(call);
            case "HEAD" -> head(call);
            case "GET" -> call.query().containsKey("acl") ? acl() : call.key().isEmpty() ? list(call) : get(call);
            default -> drop(call);
        };
    }

    private OssStubAnswer put(OssStubCall call) {
        if (!"AES256".equals(call.header("x-oss-server-side-encryption"))) {
            return OssStubAnswer.refused(403, "NotEncrypted");
        }
        keep(call.key(), call.body(), call.header("content-type"), hex(md5(call.body())));
        return OssStubAnswer.ok(
                Map.of("ETag", '"' + hex(md5(call.body())) + '"', "x-oss-hash-crc64ecma", sum(call.body())));
    }

    private OssStubAnswer begin(OssStubCall call) {
        if (!"AES256".equals(call.header("x-oss-server-side-encryption"))) {
            return OssStubAnswer.refused(403, "NotEncrypted");
        }
        String id = UUID.randomUUID().toString();
        stub.uploads.put(id, new TreeMap<>());
        return OssStubAnswer.xml("<InitiateMultipartUploadResult><Bucket>" + OssStub.BUCKET + "</Bucket><Key>"
                + call.key() + "</Key><UploadId>" + id + "</UploadId></InitiateMultipartUploadResult>");
    }

    private OssStubAnswer part(OssStubCall call) {
        if (fault != OssStub.Fault.LOSE) {
            stub.uploads
                    .get(call.query().get("uploadId"))
                    .put(Integer.valueOf(call.query().get("partNumber")), spoilt(call.body()));
        }
        return OssStubAnswer.ok(
                Map.of("ETag", '"' + hex(md5(call.body())) + '"', "x-oss-hash-crc64ecma", sum(call.body())));
    }

    private OssStubAnswer complete(OssStubCall call) {
        TreeMap<Integer, byte[]> parts = stub.uploads.remove(call.query().get("uploadId"));
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        parts.values().forEach(whole::writeBytes);
        String tag = hex(md5(whole.toByteArray())) + "-" + parts.size();
        keep(call.key(), whole.toByteArray(), "application/pdf", tag);
        return OssStubAnswer.xml("<CompleteMultipartUploadResult><Location>" + stub.url() + "</Location><Bucket>"
                + OssStub.BUCKET + "</Bucket><Key>" + call.key() + "</Key><ETag>\"" + tag
                + "\"</ETag></CompleteMultipartUploadResult>");
    }

    private OssStubAnswer head(OssStubCall call) {
        OssStubObject object = stub.objects.get(call.key());
        return object == null
                ? OssStubAnswer.refused(404, "NoSuchKey")
                : OssStubAnswer.ok(Map.of(
                        "ETag", '"' + object.md5() + '"',
                        "x-oss-hash-crc64ecma", object.crc64(),
                        "Content-Length", Integer.toString(object.content().length)));
    }

    private OssStubAnswer get(OssStubCall call) {
        OssStubObject object = stub.objects.get(call.key());
        if (object == null) {
            return OssStubAnswer.refused(404, "NoSuchKey");
        }
        String disposition = call.query().getOrDefault("response-content-disposition", "attachment");
        return new OssStubAnswer(
                200,
                "",
                Map.of(
                        "ETag",
                        '"' + object.md5() + '"',
                        "x-oss-hash-crc64ecma",
                        object.crc64(),
                        "Content-Disposition",
                        disposition),
                object.content());
    }

    private OssStubAnswer drop(OssStubCall call) {
        if (call.query().containsKey("uploadId")) {
            stub.uploads.remove(call.query().get("uploadId"));
        } else {
            stub.objects.remove(call.key());
        }
        return new OssStubAnswer(204, "", Map.of(), new byte[0]);
    }

    private OssStubAnswer acl() {
        return OssStubAnswer.xml("<AccessControlPolicy><Owner><ID>1</ID><DisplayName>1</DisplayName></Owner>"
                + "<AccessControlList><Grant>" + stub.grant + "</Grant></AccessControlList></AccessControlPolicy>");
    }

    private OssStubAnswer list(OssStubCall call) {
        String prefix = call.query().getOrDefault("prefix", "");
        String after = call.query().getOrDefault("start-after", "");
        String found = stub.objects.entrySet().stream()
                .filter(entry ->
                        entry.getKey().startsWith(prefix) && entry.getKey().compareTo(after) > 0)
                .limit(Integer.parseInt(call.query().getOrDefault("max-keys", "100")))
                .map(
                        entry -> "<Contents><Key>" + entry.getKey() + "</Key><LastModified>"
                                + TIME.format(entry.getValue().since()) + "</LastModified><ETag>\""
                                + entry.getValue().md5() + "\"</ETag><Size>"
                                + entry.getValue().content().length
                                + "</Size><StorageClass>Standard</StorageClass><Owner><ID>1</ID><DisplayName>1</DisplayName></Owner></Contents>")
                .collect(Collectors.joining());
        return OssStubAnswer.xml("<ListBucketResult><Name>" + OssStub.BUCKET + "</Name><Prefix>" + prefix
                + "</Prefix><MaxKeys>100</MaxKeys><KeyCount>1</KeyCount><IsTruncated>false</IsTruncated>" + found
                + "</ListBucketResult>");
    }

    private void keep(String key, byte[] content, String type, String tag) {
        if (fault != OssStub.Fault.LOSE) {
            byte[] kept = spoilt(content);
            String told = tag.contains("-") ? tag : hex(md5(kept));
            stub.objects.put(key, new OssStubObject(kept, type, told, sum(kept), Instant.now()));
        }
    }

    private byte[] spoilt(byte[] content) {
        byte[] kept = content.clone();
        if (fault == OssStub.Fault.CORRUPT) {
            kept[kept.length / 2] ^= 1;
        }
        return kept;
    }

    private static String sum(byte[] content) {
        CRC64 sum = new CRC64();
        sum.update(content, content.length);
        return Long.toUnsignedString(sum.getValue());
    }

    private static byte[] md5(byte[] content) {
        try {
            return MessageDigest.getInstance("MD5").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }
}

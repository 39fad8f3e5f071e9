package cn.tuanwu.file;

import com.aliyun.oss.ClientException;
import com.aliyun.oss.OSS;
import com.aliyun.oss.OSSException;
import com.aliyun.oss.model.CannedAccessControlList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** Tries a bucket out: puts a small file, looks at it, reads and drops it, and asks who else may read. */
public final class BucketProbe {
    /** The bucket is open to everybody. */
    public static final String PUBLIC = "Public";

    private static final int SILENCE_MILLIS = 5_000;
    private static final String KEY = "probe/1.txt";

    private BucketProbe() {}

    /** What is wrong, as OSS names it, or {@link #PUBLIC}; empty when all is right. */
    public static Optional<String> fault(FileSettings.Oss settings) {
        OSS client = OssClients.open(settings, SILENCE_MILLIS);
        try {
            byte[] content = Instant.now().toString().getBytes(StandardCharsets.US_ASCII);
            new OssPut(client, settings.bucket()).put(KEY, content, "text/plain");
            client.getObject(settings.bucket(), KEY).close();
            client.deleteObject(settings.bucket(), KEY);
            return isPrivate(client, settings.bucket()) ? Optional.empty() : Optional.of(PUBLIC);
        } catch (OSSException e) {
            return Optional.of(e.getErrorCode());
        } catch (ClientException e) {
            return Optional.of(String.valueOf(e.getErrorCode()));
        } catch (IOException e) {
            return Optional.of("SocketException");
        } finally {
            client.shutdown();
        }
    }

    /** Who may not ask is believed: the RAM user needs no more rights than its work does. */
    private static boolean isPrivate(OSS client, String bucket) {
        try {
            return client.getBucketAcl(bucket).getCannedACL() == CannedAccessControlList.Private;
        } catch (OSSException e) {
            return true;
        }
    }
}

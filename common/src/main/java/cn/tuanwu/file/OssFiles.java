package cn.tuanwu.file;

import com.aliyun.oss.ClientException;
import com.aliyun.oss.OSS;
import com.aliyun.oss.OSSException;
import com.aliyun.oss.model.GeneratePresignedUrlRequest;
import com.aliyun.oss.model.GetObjectRequest;
import com.aliyun.oss.model.ListObjectsV2Request;
import com.aliyun.oss.model.OSSObject;
import com.aliyun.oss.model.ResponseHeaderOverrides;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.DisposableBean;

/** A private bucket at Alibaba Cloud OSS: signed with V4, encrypted there, read by people through links that end soon. */
class OssFiles implements FileStore, DisposableBean {
    private static final String GONE = "NoSuchKey";
    private static final int SILENCE_MILLIS = 8_000;

    private final OSS client;
    private final String bucket;
    private final OssPut put;

    OssFiles(FileSettings.Oss settings) {
        this(settings, SILENCE_MILLIS);
    }

    /** @param silenceMillis how long OSS may say nothing before it counts as gone */
    OssFiles(FileSettings.Oss settings, int silenceMillis) {
        this.client = OssClients.open(settings, silenceMillis);
        this.bucket = settings.bucket();
        this.put = new OssPut(client, bucket);
    }

    @Override
    public void put(String key, byte[] content, String type) {
        asked("A file could not be kept", () -> {
            put.put(key, content, type);
            return null;
        });
    }

    @Override
    public Optional<byte[]> get(String key) {
        return asked("A file could not be read", () -> {
            try (OSSObject object = client.getObject(new GetObjectRequest(bucket, key))) {
                return Optional.of(object.getObjectContent().readAllBytes());
            } catch (OSSException e) {
                if (GONE.equals(e.getErrorCode())) {
                    return Optional.empty();
                }
                throw e;
            } catch (IOException e) {
                throw new ClientException(e);
            }
        });
    }

    @Override
    public void drop(String key) {
        asked("A file could not be removed", () -> client.deleteObject(bucket, key));
    }

    @Override
    public List<Kept> list(String prefix, String after, int most) {
        ListObjectsV2Request wish = new ListObjectsV2Request(bucket)
                .withPrefix(prefix)
                .withStartAfter(after)
                .withMaxKeys(most);
        return asked("The files could not be listed", () -> client.listObjectsV2(wish).getObjectSummaries().stream()
                .map(found -> new Kept(
                        found.getKey(), found.getSize(), found.getLastModified().toInstant()))
                .toList());
    }

    /** The signature is made here; the address leads to the bucket itself, so the file's way doesn't lead through us. */
    @Override
    public URI link(String key, String name, Duration life) {
        GeneratePresignedUrlRequest wish = new GeneratePresignedUrlRequest(bucket, key);
        // The SDK signs by the machine's clock, so the end is reckoned by it as well.
        wish.setExpiration(new Date(System.currentTimeMillis() + life.toMillis()));
        ResponseHeaderOverrides headers = new ResponseHeaderOverrides();
        headers.setContentDisposition("inline; filename*=UTF-8''"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
        headers.setCacheControl("no-store");
        wish.setResponseHeaders(headers);
        return URI.create(client.generatePresignedUrl(wish).toString());
    }

    @Override
    public void destroy() {
        client.shutdown();
    }

    /** What the SDK throws tells of the request; only its code goes on. */
    private static <T> T asked(String otherwise, Supplier<T> call) {
        try {
            return call.get();
        } catch (OSSException e) {
            throw new Unavailable(otherwise + " in OSS: " + e.getErrorCode(), null);
        } catch (ClientException e) {
            throw new Unavailable(otherwise + " in OSS: " + e.getErrorCode(), null);
        }
    }
}

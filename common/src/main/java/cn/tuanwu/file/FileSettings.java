package cn.tuanwu.file;

import cn.tuanwu.kernel.Settings;
import java.net.URI;
import java.nio.file.Path;

/**
 * Where files rest.
 *
 * @param folder of the sealed files when there is no {@code oss}
 * @param oss null without one
 */
public record FileSettings(Path folder, Oss oss) {

    /** A bucket at Alibaba Cloud OSS and the RAM user that may put, get, head, delete and list in it. */
    public record Oss(URI endpoint, String region, String bucket, String accessKeyId, String accessKeySecret) {
        @Override
        public String toString() {
            return "Oss[" + bucket + ']';
        }
    }

    /** Faults go to the settings, which refuse the start with the whole list. */
    public static FileSettings read(Settings settings) {
        String home = System.getProperty("user.home") + "/.tuanwu/files";
        Path folder = Path.of(settings.optional("TUANWU_FILES", home), "objects");
        String store = settings.optional("TUANWU_FILE_STORE", "folder");
        if (!store.equals("folder") && !store.equals("oss")) {
            settings.fault("TUANWU_FILE_STORE is folder or oss");
        }
        return new FileSettings(folder.toAbsolutePath().normalize(), store.equals("oss") ? oss(settings) : null);
    }

    private static Oss oss(Settings settings) {
        String region = settings.required("TUANWU_OSS_REGION");
        String endpoint = settings.optional("TUANWU_OSS_API", "https://oss-" + region + ".aliyuncs.com");
        if (!settings.sandbox() && !endpoint.startsWith("https://")) {
            settings.fault("TUANWU_OSS_API must begin with https://");
        }
        return new Oss(
                URI.create(endpoint),
                region,
                settings.required("TUANWU_OSS_BUCKET"),
                settings.required("TUANWU_ALIYUN_ACCESS_KEY_ID"),
                settings.secret("TUANWU_ALIYUN_ACCESS_KEY_SECRET"));
    }
}

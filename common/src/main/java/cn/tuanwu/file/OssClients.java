package cn.tuanwu.file;

import com.aliyun.oss.ClientBuilderConfiguration;
import com.aliyun.oss.OSS;
import com.aliyun.oss.OSSClientBuilder;
import com.aliyun.oss.common.auth.DefaultCredentialProvider;
import com.aliyun.oss.common.comm.SignVersion;

/** How the SDK's client is set up: V4 signatures, short waits, one second try. */
final class OssClients {
    private static final int CONNECT_MILLIS = 2_000;
    private static final int LONGEST_MILLIS = 30_000;

    private OssClients() {}

    static OSS open(FileSettings.Oss settings, int silenceMillis) {
        ClientBuilderConfiguration how = new ClientBuilderConfiguration();
        how.setSignatureVersion(SignVersion.V4);
        how.setConnectionTimeout(CONNECT_MILLIS);
        how.setSocketTimeout(silenceMillis);
        how.setRequestTimeout(LONGEST_MILLIS);
        how.setRequestTimeoutEnabled(true);
        how.setMaxErrorRetry(1);
        how.setSLDEnabled(isNumber(settings.endpoint().getHost()));
        return OSSClientBuilder.create()
                .endpoint(settings.endpoint().toString())
                .region(settings.region())
                .credentialsProvider(new DefaultCredentialProvider(settings.accessKeyId(), settings.accessKeySecret()))
                .clientConfiguration(how)
                .build();
    }

    /** A bucket is part of the host's name, where the host has one. */
    private static boolean isNumber(String host) {
        return host.chars().allMatch(letter -> letter == '.' || Character.isDigit(letter));
    }
}

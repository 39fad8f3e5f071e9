package cn.tuanwu.bot.aliyun;

import cn.tuanwu.bot.settings.AliyunSettings;
import com.aliyun.tea.TeaException;
import com.aliyun.teaopenapi.models.Config;
import com.aliyun.teautil.models.RuntimeOptions;
import java.net.URI;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a call is made: signed by the SDK, short waits, no retries of the SDK's own. */
public final class AliyunCall {
    private static final Logger log = LoggerFactory.getLogger(AliyunCall.class);
    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 6_000;

    private AliyunCall() {}

    /** @param api the interface's base address; https by default, a test's may be http */
    public static Config config(AliyunSettings account, String api) {
        URI address = URI.create(api);
        return new Config()
                .setAccessKeyId(account.accessKeyId())
                .setAccessKeySecret(account.accessKeySecret())
                .setProtocol(address.getScheme().toUpperCase(Locale.ROOT))
                .setEndpoint(address.getAuthority());
    }

    public static AliyunAnswer ask(Asking asking) {
        RuntimeOptions options = new RuntimeOptions()
                .setAutoretry(false)
                .setConnectTimeout(CONNECT_MILLIS)
                .setReadTimeout(READ_MILLIS);
        try {
            return asking.ask(options);
        } catch (TeaException refused) {
            return AliyunAnswer.of(code(refused));
        } catch (Exception trouble) {
            // What the SDK throws holds the whole request: nothing but its kind goes on.
            log.warn(
                    "A call of Alibaba Cloud got no answer ({}): it is tried again later",
                    trouble.getClass().getSimpleName());
            return AliyunAnswer.of(AliyunAnswer.SILENT);
        }
    }

    /** A gateway in between answers without a code of its own. */
    private static String code(TeaException refused) {
        boolean told = refused.getCode() != null && !refused.getCode().isBlank();
        return told ? refused.getCode() : AliyunAnswer.HTTP + refused.getStatusCode();
    }

    public interface Asking {
        AliyunAnswer ask(RuntimeOptions options) throws Exception;
    }
}

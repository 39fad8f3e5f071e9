package cn.tuanwu.sandbox;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the simulated platforms know about the corp, the official account, the mini-program and the two applications.
 *
 * @param publicUrl the address people open, without a slash at the end
 * @param botUrl where callbacks are posted, without a slash at the end
 * @param apiUrl where {@code /api/**} is forwarded, without a slash at the end
 * @param directory where {@code platform.json} is kept between runs; null keeps nothing
 */
public record PlatformSettings(
        String publicUrl,
        String botUrl,
        String apiUrl,
        Path directory,
        WeCom weCom,
        OfficialAccount officialAccount,
        MiniProgram miniProgram,
        List<Login> logins,
        Callbacks callbacks,
        String bindAddress,
        Clock clock) {

    /** The corp and its one application. */
    public record WeCom(String corpId, String agentId, String secret, String token, String aesKey) {}

    /** The official account; {@code originalId} is the gh_ name callbacks are addressed to. */
    public record OfficialAccount(String originalId, String appId, String secret, String token, String aesKey) {}

    /** {@code resultTemplate} is the id of the one subscribe-message template it has chosen. */
    public record MiniProgram(String appId, String secret, String resultTemplate) {}

    /** Another house whose accounts open ours, by OpenID Connect: it knows us as this client. */
    public record Login(String id, String name, String clientId, String secret) {}

    /** How long a callback may take, how often it is tried and how long the platform waits before trying again. */
    public record Callbacks(Duration timeout, int attempts, Duration pause) {}

    private static final String DEMO_AES_KEY = "TuanwuSandboxOnlyNeverUseThisInProduction00";

    /** Settings of the demo province; fixed {@code TUANWU_*} names found in {@code environment} win over the defaults. */
    public static PlatformSettings of(
            Map<String, String> environment, String publicUrl, int botPort, int apiPort, Path directory) {
        return new PlatformSettings(
                publicUrl,
                "http://127.0.0.1:" + botPort,
                "http://127.0.0.1:" + apiPort,
                directory,
                new WeCom(
                        value(environment, "TUANWU_WECOM_CORP_ID", "wwtuanwudemo"),
                        value(environment, "TUANWU_WECOM_AGENT_ID", "1000002"),
                        value(environment, "TUANWU_WECOM_SECRET", "sandbox-wecom-secret"),
                        value(environment, "TUANWU_WECOM_TOKEN", "SandboxWecomToken"),
                        value(environment, "TUANWU_WECOM_AES_KEY", DEMO_AES_KEY)),
                new OfficialAccount(
                        "gh_tuanwudemo",
                        value(environment, "TUANWU_OA_APP_ID", "wxoatuanwudemo"),
                        value(environment, "TUANWU_OA_SECRET", "sandbox-oa-secret"),
                        value(environment, "TUANWU_OA_TOKEN", "SandboxOaToken"),
                        value(environment, "TUANWU_OA_AES_KEY", DEMO_AES_KEY)),
                new MiniProgram(
                        value(environment, "TUANWU_MINIAPP_APP_ID", "wxmptuanwudemo"),
                        value(environment, "TUANWU_MINIAPP_SECRET", "sandbox-miniapp-secret"),
                        value(environment, "TUANWU_MINIAPP_RESULT_TEMPLATE", "tmpl-registration-result")),
                List.of(login(environment, "qnzs", "广东青年之声"), login(environment, "yht", "共青团一号通")),
                new Callbacks(Duration.ofSeconds(5), 3, Duration.ofMillis(200)),
                "127.0.0.1",
                Clock.systemUTC());
    }

    public PlatformSettings with(Callbacks changed) {
        return new PlatformSettings(
                publicUrl,
                botUrl,
                apiUrl,
                directory,
                weCom,
                officialAccount,
                miniProgram,
                logins,
                changed,
                bindAddress,
                clock);
    }

    public PlatformSettings at(Clock changed) {
        return new PlatformSettings(
                publicUrl,
                botUrl,
                apiUrl,
                directory,
                weCom,
                officialAccount,
                miniProgram,
                logins,
                callbacks,
                bindAddress,
                changed);
    }

    /** The {@code TUANWU_*} variables that make both applications talk to these platforms listening on {@code port}. */
    public Map<String, String> applicationEnvironment(int port) {
        String platform = "http://127.0.0.1:" + port + "/platform";
        Map<String, String> names = new LinkedHashMap<>();
        names.put("TUANWU_SANDBOX", "true");
        names.put("TUANWU_PUBLIC_URL", publicUrl);
        names.put("TUANWU_WECOM_CORP_ID", weCom.corpId());
        names.put("TUANWU_WECOM_AGENT_ID", weCom.agentId());
        names.put("TUANWU_WECOM_SECRET", weCom.secret());
        names.put("TUANWU_WECOM_TOKEN", weCom.token());
        names.put("TUANWU_WECOM_AES_KEY", weCom.aesKey());
        names.put("TUANWU_WECOM_API", platform + "/qyapi");
        // A browser goes there, from wherever people are.
        names.put("TUANWU_WECOM_OPEN", publicUrl + "/platform/open");
        names.put("TUANWU_WECOM_JSSDK", publicUrl + "/sandbox/jssdk/jweixin.js");
        names.put("TUANWU_WECOM_LOGIN", publicUrl + "/platform/login");
        names.put("TUANWU_OA_APP_ID", officialAccount.appId());
        names.put("TUANWU_OA_SECRET", officialAccount.secret());
        names.put("TUANWU_OA_TOKEN", officialAccount.token());
        names.put("TUANWU_OA_AES_KEY", officialAccount.aesKey());
        names.put("TUANWU_OA_API", platform + "/weixin");
        names.put("TUANWU_MINIAPP_APP_ID", miniProgram.appId());
        names.put("TUANWU_MINIAPP_SECRET", miniProgram.secret());
        names.put("TUANWU_MINIAPP_RESULT_TEMPLATE", miniProgram.resultTemplate());
        names.put("TUANWU_MINIAPP_API", platform + "/weixin");
        names.put("TUANWU_SMS_API", platform + "/sms");
        names.put("TUANWU_REALNAME_API", platform + "/realname");
        // Nobody watches a demo for half a day.
        names.put("TUANWU_REALNAME_RECHECK", "PT20S");
        names.put("TUANWU_OIDC_PROVIDERS", logins.stream().map(Login::id).collect(Collectors.joining(",")));
        logins.forEach(login -> {
            names.put(prefix(login.id()) + "NAME", login.name());
            names.put(prefix(login.id()) + "ISSUER", platform + "/oidc/" + login.id());
            names.put(prefix(login.id()) + "CLIENT_ID", login.clientId());
            names.put(prefix(login.id()) + "CLIENT_SECRET", login.secret());
        });
        names.put("TUANWU_MINIAPP_BRIDGE", publicUrl + "/mp/bridge.js");
        return names;
    }

    private static Login login(Map<String, String> environment, String id, String name) {
        return new Login(
                id,
                value(environment, prefix(id) + "NAME", name),
                value(environment, prefix(id) + "CLIENT_ID", "tuanwu-" + id),
                value(environment, prefix(id) + "CLIENT_SECRET", "sandbox-oidc-" + id + "-secret"));
    }

    private static String prefix(String id) {
        return "TUANWU_OIDC_" + id.toUpperCase(Locale.ROOT) + "_";
    }

    private static String value(Map<String, String> environment, String name, String otherwise) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? otherwise : value.strip();
    }
}

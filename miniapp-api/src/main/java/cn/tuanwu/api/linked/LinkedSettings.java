package cn.tuanwu.api.linked;

import cn.tuanwu.api.WebAddress;
import cn.tuanwu.kernel.Settings;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The providers of linked accounts; none means that there is no such way in.
 *
 * @param publicUrl where people reach this house, and providers send them back to
 * @param bridge the script by which a page inside a mini-program talks to it
 */
public record LinkedSettings(List<Registered> providers, String publicUrl, URI bridge) {
    private static final String ID = "[a-z][a-z0-9]{0,15}";
    private static final String BRIDGE = "https://res.wx.qq.com/open/js/jweixin-1.6.0.js";

    /** This house as a provider knows it. {@code issuer} is compared to the letter. */
    public record Registered(String id, String name, String issuer, String clientId, String secret) {
        @Override
        public String toString() {
            return "Registered[" + id + "]";
        }
    }

    /** Faults are collected in {@code settings}; what is read is of use only when there are none. */
    public static LinkedSettings read(Settings settings) {
        List<String> ids = Arrays.stream(
                        settings.optional("TUANWU_OIDC_PROVIDERS", "").split("[,\\s]+"))
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
        ids.stream()
                .filter(id -> !id.matches(ID))
                .forEach(id -> settings.fault("TUANWU_OIDC_PROVIDERS: " + id
                        + " is not a short name of small letters and digits such as qnzs"));
        String bridge =
                WebAddress.read(settings, "TUANWU_MINIAPP_BRIDGE", settings.optional("TUANWU_MINIAPP_BRIDGE", BRIDGE));
        return new LinkedSettings(
                ids.stream()
                        .filter(id -> id.matches(ID))
                        .map(id -> provider(settings, id))
                        .toList(),
                settings.optional("TUANWU_PUBLIC_URL", "").replaceFirst("/+$", ""),
                address(bridge));
    }

    private static Registered provider(Settings settings, String id) {
        String prefix = "TUANWU_OIDC_" + id.toUpperCase(Locale.ROOT);
        String issuer = settings.required(prefix + "_ISSUER");
        WebAddress.read(settings, prefix + "_ISSUER", issuer);
        if (!settings.sandbox() && !issuer.isEmpty() && !issuer.startsWith("https://")) {
            settings.fault(prefix + "_ISSUER must begin with https://");
        }
        return new Registered(
                id,
                settings.required(prefix + "_NAME"),
                issuer,
                settings.required(prefix + "_CLIENT_ID"),
                settings.secret(prefix + "_CLIENT_SECRET"));
    }

    private static URI address(String typed) {
        try {
            return URI.create(typed);
        } catch (IllegalArgumentException toldAlready) {
            return URI.create(BRIDGE);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class FromSettings {

        @Bean
        LinkedSettings linkedSettings(Environment environment) {
            return read(new Settings(environment));
        }
    }
}

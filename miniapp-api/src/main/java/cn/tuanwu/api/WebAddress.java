package cn.tuanwu.api;

import cn.tuanwu.kernel.Settings;
import java.net.URI;

/** Reads settings that are addresses. */
public final class WebAddress {

    private WebAddress() {}

    /** The address without a slash at its end; what is none is a fault. A missing one was told already. */
    public static String read(Settings settings, String name, String typed) {
        if (!typed.isEmpty() && !isOne(typed)) {
            settings.fault(name + " is not a web address: it must look like https://tuan.example.org");
        }
        return typed.replaceFirst("/+$", "");
    }

    private static boolean isOne(String typed) {
        try {
            URI uri = URI.create(typed);
            return uri.getHost() != null && String.valueOf(uri.getScheme()).matches("https?");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}

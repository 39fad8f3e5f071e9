package cn.tuanwu.bot.settings;

import cn.tuanwu.kernel.Settings;

/** Reads base addresses: http or https, without a slash at the end. */
final class Address {
    static final String WEIXIN = "https://api.weixin.qq.com";

    private Address() {}

    /** @param otherwise the address when the setting is absent; may be empty */
    static String read(Settings settings, String name, String otherwise) {
        String typed = settings.optional(name, otherwise);
        if (!typed.isEmpty() && !typed.matches("https?://\\S+")) {
            settings.fault(name + " must begin with http:// or https://");
        }
        return typed.replaceFirst("/+$", "");
    }
}

package cn.tuanwu.bot.settings;

import cn.tuanwu.kernel.Settings;

/** What the platform and the bot share to sign and seal callbacks. */
public record CallbackKeys(String token, String aesKey) {
    private static final String FORM = "[A-Za-z0-9]{43}";

    static CallbackKeys read(Settings settings, String platform) {
        String name = "TUANWU_" + platform + "_AES_KEY";
        String aesKey = settings.secret(name);
        if (!aesKey.isEmpty() && !aesKey.matches(FORM)) {
            settings.fault(name + " must be the 43 letters and digits of the EncodingAESKey");
        }
        return new CallbackKeys(settings.secret("TUANWU_" + platform + "_TOKEN"), aesKey);
    }

    @Override
    public String toString() {
        return "CallbackKeys[…]";
    }
}

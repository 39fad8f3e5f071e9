package cn.tuanwu.bot.settings;

import cn.tuanwu.kernel.Settings;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.springframework.core.env.Environment;

/**
 * Everything the bot is told by its environment.
 *
 * @param callbackWindow how far a callback's timestamp may be from now, either way
 * @param publicUrl where people reach the web pages, without a slash at the end
 */
public record BotSettings(
        WeComSettings weCom,
        OfficialAccountSettings officialAccount,
        MiniProgramSettings miniProgram,
        ProviderSettings providers,
        Duration callbackWindow,
        String publicUrl) {

    /** @throws Settings.WrongSettings naming everything that is missing or wrong */
    public static BotSettings read(Environment environment) {
        Settings settings = new Settings(environment);
        settings.required("TUANWU_DB_URL");
        settings.required("TUANWU_DB_USER");
        settings.secret("TUANWU_DB_PASSWORD");
        settings.required("TUANWU_PUBLIC_URL");
        BotSettings read = new BotSettings(
                WeComSettings.read(settings),
                OfficialAccountSettings.read(settings),
                MiniProgramSettings.read(settings),
                ProviderSettings.read(settings),
                window(settings),
                Address.read(settings, "TUANWU_PUBLIC_URL", ""));
        settings.refuseFaults();
        return read;
    }

    private static Duration window(Settings settings) {
        try {
            Duration window = Duration.parse(settings.optional("TUANWU_CALLBACK_WINDOW", "PT10M"));
            if (!window.isNegative() && !window.isZero()) {
                return window;
            }
        } catch (DateTimeParseException e) {
            // Told below, together with the other faults.
        }
        settings.fault("TUANWU_CALLBACK_WINDOW must be a positive ISO-8601 duration such as PT10M");
        return Duration.ZERO;
    }
}

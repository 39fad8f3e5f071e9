package cn.tuanwu.bot.settings;

import cn.tuanwu.kernel.Settings;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/**
 * Everything the bot is told by its environment.
 *
 * @param callbackWindow how far a callback's timestamp may be from now, either way
 * @param answerBudget how long after its receipt a callback may be answered with a reply; later ones are pushed
 * @param publicUrl where people reach the web pages, without a slash at the end
 */
public record BotSettings(
        WeComSettings weCom,
        OfficialAccountSettings officialAccount,
        MiniProgramSettings miniProgram,
        ProviderSettings providers,
        Duration callbackWindow,
        Duration answerBudget,
        String publicUrl) {
    /** The platforms hang up after five seconds. */
    private static final Duration LONGEST_BUDGET = Duration.ofSeconds(4);

    /** Faults are collected in {@code settings}; what is read is of use only when there are none. */
    public static BotSettings read(Settings settings) {
        port(settings);
        settings.required("TUANWU_PUBLIC_URL");
        return new BotSettings(
                WeComSettings.read(settings),
                OfficialAccountSettings.read(settings),
                MiniProgramSettings.read(settings),
                ProviderSettings.read(settings),
                window(settings),
                answerBudget(settings),
                Address.read(settings, "TUANWU_PUBLIC_URL", ""));
    }

    private static void port(Settings settings) {
        String port = settings.optional("TUANWU_BOT_PORT", "8081");
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65_535) {
            settings.fault("TUANWU_BOT_PORT is not a port");
        }
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

    private static Duration answerBudget(Settings settings) {
        try {
            Duration budget = Duration.parse(settings.optional("TUANWU_ANSWER_BUDGET", "PT0.15S"));
            if (!budget.isNegative() && budget.compareTo(LONGEST_BUDGET) <= 0) {
                return budget;
            }
        } catch (DateTimeParseException e) {
            // Told below, together with the other faults.
        }
        settings.fault("TUANWU_ANSWER_BUDGET must be an ISO-8601 duration of at most four seconds such as PT0.15S");
        return Duration.ZERO;
    }
}

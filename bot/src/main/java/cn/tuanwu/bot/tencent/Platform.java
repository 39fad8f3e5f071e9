package cn.tuanwu.bot.tencent;

/** Whom we call, and what its settings are called. */
public enum Platform {
    WECOM("WeChat Work", "TUANWU_WECOM_CORP_ID", "TUANWU_WECOM_SECRET"),
    OFFICIAL_ACCOUNT("the official account", "TUANWU_OA_APP_ID", "TUANWU_OA_SECRET"),
    MINI_PROGRAM("the mini-program", "TUANWU_MINIAPP_APP_ID", "TUANWU_MINIAPP_SECRET");

    private final String label;
    private final String idSetting;
    private final String secretSetting;

    Platform(String label, String idSetting, String secretSetting) {
        this.label = label;
        this.idSetting = idSetting;
        this.secretSetting = secretSetting;
    }

    String label() {
        return label;
    }

    String idSetting() {
        return idSetting;
    }

    String secretSetting() {
        return secretSetting;
    }
}

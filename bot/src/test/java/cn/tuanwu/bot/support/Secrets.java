package cn.tuanwu.bot.support;

/** What must never be read in a log. */
public final class Secrets {
    public static final String CORP = "wwtestcorp";
    public static final String OA_APP = "wxtestaccount";
    public static final String TOKEN = "TestCallbackToken";
    public static final String AES_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    public static final String ACCESS_TOKEN = "MARKER-access-token";
    public static final String WECOM_SECRET = "MARKER-wecom-secret";
    public static final String OA_SECRET = "MARKER-oa-secret";
    public static final String MINIAPP_SECRET = "MARKER-miniapp-secret";

    private Secrets() {}
}

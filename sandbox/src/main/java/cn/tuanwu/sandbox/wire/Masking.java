package cn.tuanwu.sandbox.wire;

import java.util.regex.Pattern;

/** Hides what would let a reader of the wire log act as an application. */
final class Masking {

    private static final String NAMES =
            "access_token|id_token|refresh_token|code_verifier|corpsecret|appsecret|secret|session_key|sessionKey|password|authorization";
    private static final Pattern IN_QUERY = Pattern.compile("(?i)\\b(" + NAMES + ")=([^&\\s\"]{1,4})[^&\\s\"]*");
    private static final Pattern IN_JSON =
            Pattern.compile("(?i)(\"(?:" + NAMES + ")\"\\s*:\\s*\")((?:\\\\.|[^\"\\\\]){0,4})(?:\\\\.|[^\"\\\\])*\"");

    private Masking() {}

    static String hide(String text) {
        if (text == null) {
            return null;
        }
        String query = IN_QUERY.matcher(text).replaceAll("$1=$2***");
        return IN_JSON.matcher(query).replaceAll("$1$2***\"");
    }
}

package cn.tuanwu.sandbox.wecom;

import java.nio.charset.StandardCharsets;

/** Cuts texts the way the platform does: by UTF-8 bytes, never inside a character. */
public final class Texts {

    private Texts() {}

    public static String cut(String text, int bytes) {
        int used = 0;
        for (int i = 0; i < text.length(); ) {
            int next = i + Character.charCount(text.codePointAt(i));
            used += text.substring(i, next).getBytes(StandardCharsets.UTF_8).length;
            if (used > bytes) {
                return text.substring(0, i);
            }
            i = next;
        }
        return text;
    }
}

package cn.tuanwu.org;

import java.util.Locale;
import net.sourceforge.pinyin4j.PinyinHelper;

/** The first letters a name is typed with: 数学2301团支部 → SX2301TZB. */
final class Initials {
    private static final int LONGEST = 60;

    private Initials() {}

    static String of(String name) {
        StringBuilder initials = new StringBuilder();
        for (int i = 0; i < name.length() && initials.length() < LONGEST; i++) {
            char letter = name.charAt(i);
            if (letter < 128) {
                if (Character.isLetterOrDigit(letter)) {
                    initials.append(letter);
                }
                continue;
            }
            String[] sounds = PinyinHelper.toHanyuPinyinStringArray(letter);
            if (sounds != null && sounds.length > 0) {
                initials.append(sounds[0].charAt(0));
            }
        }
        return initials.toString().toUpperCase(Locale.ROOT);
    }
}

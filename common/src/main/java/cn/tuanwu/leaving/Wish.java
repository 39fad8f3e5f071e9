package cn.tuanwu.leaving;

import cn.tuanwu.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * What is asked for, as typed.
 *
 * @param cause of a deletion; null else
 * @param evidence what supports it, or null
 */
public record Wish(Leaving.Kind kind, String cause, String words, String evidence) {
    static final int LONGEST = 300;

    /** Beside their fields: REQUIRED, TOO_LONG. */
    List<Refusal> faults() {
        List<Refusal> faults = new ArrayList<>();
        if (kind == null || kind == Leaving.Kind.AT_28) {
            faults.add(Refusal.at("kind", "REQUIRED", "请选择要办理的事项。"));
        }
        if (kind == Leaving.Kind.DELETION && Leaving.Cause.of(cause).isEmpty()) {
            faults.add(Refusal.at("cause", "REQUIRED", "请选择删除的原因。"));
        }
        if (strip(words) == null) {
            faults.add(Refusal.at("words", "REQUIRED", "请写明原因。"));
        }
        tooLong(faults, "words", words);
        tooLong(faults, "evidence", evidence);
        return faults;
    }

    Leaving.Cause readCause() {
        return kind == Leaving.Kind.DELETION ? Leaving.Cause.of(cause).orElseThrow() : null;
    }

    private static void tooLong(List<Refusal> faults, String field, String typed) {
        if (typed != null && typed.codePointCount(0, typed.length()) > LONGEST) {
            faults.add(Refusal.at(field, "TOO_LONG", "请控制在 " + LONGEST + " 个字以内。"));
        }
    }

    /** Null when nothing was typed. */
    static String strip(String typed) {
        String text = typed == null
                ? ""
                : typed.replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ").strip();
        return text.isEmpty() ? null : text;
    }

    @Override
    public String toString() {
        return "Wish[" + kind + "]";
    }
}

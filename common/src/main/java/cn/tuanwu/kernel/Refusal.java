package cn.tuanwu.kernel;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Why something was not done: a stable code for programs and a Chinese sentence for people.
 *
 * @param field the field of the form it belongs to, or null when it concerns the whole request
 */
public record Refusal(String code, String field, String text) {

    public static Refusal of(String code, String text) {
        return new Refusal(code, null, text);
    }

    public static Refusal at(String field, String code, String text) {
        return new Refusal(code, field, text);
    }

    /** Several sentences, each once, in so many letters at most, none of them cut in two. */
    public static String brief(List<String> texts, int letters) {
        String all = texts.stream().distinct().collect(Collectors.joining(" "));
        return all.codePointCount(0, all.length()) <= letters
                ? all
                : all.substring(0, all.offsetByCodePoints(0, letters));
    }
}

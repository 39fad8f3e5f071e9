package cn.tuanwu.kernel;

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
}

package cn.tuanwu.sandbox.weixin;

/** What each kind of field of a subscribe message holds; the kind is the letters of the field's key. */
final class TemplateFields {

    private static final String TIME = "[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?";
    private static final String DAY = "[0-9]{4}(年[0-9]{1,2}月[0-9]{1,2}日|-[0-9]{1,2}-[0-9]{1,2})";

    private TemplateFields() {}

    static boolean fits(String key, String value) {
        int length = value.codePointCount(0, value.length());
        return switch (key.replaceAll("[0-9]", "")) {
            case "thing" -> length >= 1 && length <= 20;
            case "number" -> value.matches("-?[0-9]{1,32}(\\.[0-9]+)?");
            case "letter" -> value.matches("[A-Za-z]{1,32}");
            case "symbol" -> length >= 1 && length <= 5;
            case "character_string" -> value.matches("[\\x21-\\x7e]{1,32}");
            case "time" -> value.matches("(" + DAY + " ?)?" + TIME);
            case "date" -> value.matches(DAY + "( ?" + TIME + ")?");
            case "amount" -> value.matches("[^0-9]?[0-9]{1,10}(\\.[0-9]+)?元?");
            case "phone_number" -> value.matches("[0-9+\\-() ]{1,17}");
            case "car_number" -> value.matches("\\p{IsHan}?[0-9A-Z\\p{IsHan}]{1,7}");
            case "name" -> value.matches("\\p{IsHan}[\\p{IsHan}·]{0,9}|[A-Za-z .]{1,20}");
            case "phrase" -> value.matches("\\p{IsHan}{1,5}");
            default -> length >= 1 && length <= 32;
        };
    }
}

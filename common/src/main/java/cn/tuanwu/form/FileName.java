package cn.tuanwu.form;

import cn.tuanwu.kernel.Phone;
import cn.tuanwu.realname.PersonName;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 张三+13800000000+入团志愿书.pdf, read from the right: names may hold dots and spaces. Half- or full-width plus, either case of
 * the ending, the (1) of a second download.
 */
record FileName(String name, Phone phone) {
    private static final int LONGEST = 200;
    private static final Pattern FORM = Pattern.compile(
            "(?<name>.*[^\\s+])\\s*\\+\\s*(?<phone>\\+?[0-9][0-9\\s-]*)\\s*\\+\\s*入团志愿书\\s*(\\([0-9]{1,3}\\))?\\s*\\.\\s*pdf\\s*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    static Optional<FileName> read(String typed) {
        String text =
                typed == null ? "" : typed.substring(Math.max(typed.lastIndexOf('/'), typed.lastIndexOf('\\')) + 1);
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher parts = FORM.matcher(plain(text));
        return parts.matches()
                ? Phone.read(parts.group("phone"))
                        .map(phone -> new FileName(parts.group("name").strip(), phone))
                : Optional.empty();
    }

    boolean isNameOf(String registered) {
        return registered != null && comparable(registered).equals(comparable(name));
    }

    private static String comparable(String name) {
        return new PersonName(Normalizer.normalize(name.strip(), Normalizer.Form.NFC))
                .normal()
                .replaceAll("\\s+", " ");
    }

    /** Full-width signs and digits as half-width ones, spaces of any width as one kind; letters stay as they are. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().map(FileName::plain).filter(point -> point != 0).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static int plain(int point) {
        boolean sign = point == '＋' || point == '（' || point == '）' || point == '－';
        if (sign || point >= '０' && point <= '９') {
            return point - '０' + '0';
        }
        if (Character.getType(point) == Character.FORMAT) {
            return 0;
        }
        return Character.isSpaceChar(point) ? ' ' : point;
    }

    @Override
    public String toString() {
        return "FileName[…]";
    }
}

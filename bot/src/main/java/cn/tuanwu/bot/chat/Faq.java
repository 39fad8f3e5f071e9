package cn.tuanwu.bot.chat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Answers to what is often asked. Read anew each time, so an edited entry counts at once. */
@Component
class Faq {
    private final FaqRows rows;

    Faq(FaqRows rows) {
        this.rows = rows;
    }

    /** What can be asked. */
    String list() {
        List<String> keywords = rows.all().stream().map(entry -> entry.keyword).toList();
        return keywords.isEmpty() ? "还没有整理常见问题，请直接联系团支部。" : "回复下面任意一个词，查看解答：\n· " + String.join("\n· ", keywords);
    }

    /** The answer of the first entry whose keyword is somewhere in the text. */
    Optional<String> answer(String said) {
        String lower = said.toLowerCase(Locale.ROOT);
        return rows.all().stream()
                .filter(entry -> lower.contains(entry.keyword.toLowerCase(Locale.ROOT)))
                .map(entry -> entry.answer)
                .findFirst();
    }
}

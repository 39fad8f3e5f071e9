package cn.tuanwu.bot.chat;

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

    /** The answer of the first entry whose keyword is somewhere in the text. */
    Optional<String> answer(String said) {
        String lower = said.toLowerCase(Locale.ROOT);
        return rows.all().stream()
                .filter(entry -> lower.contains(entry.keyword.toLowerCase(Locale.ROOT)))
                .map(entry -> entry.answer)
                .findFirst();
    }
}

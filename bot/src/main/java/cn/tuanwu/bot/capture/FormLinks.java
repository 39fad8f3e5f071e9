package cn.tuanwu.bot.capture;

import cn.tuanwu.bot.settings.BotSettings;
import cn.tuanwu.capture.Batch;
import org.springframework.stereotype.Component;

/** Addresses of the pages where a batch is put in order. They name no member. */
@Component
class FormLinks {
    private final String base;

    FormLinks(BotSettings settings) {
        this.base = settings.publicUrl() + "/m/#/forms";
    }

    String of(Batch batch) {
        return base + "/" + batch.id();
    }

    /** In the words of a text message. */
    String link(String words, Batch batch) {
        return "<a href=\"" + of(batch) + "\">" + words + "</a>";
    }
}

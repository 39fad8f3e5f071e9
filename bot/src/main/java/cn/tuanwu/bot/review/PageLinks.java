package cn.tuanwu.bot.review;

import cn.tuanwu.bot.settings.BotSettings;
import cn.tuanwu.review.ReviewTask;
import org.springframework.stereotype.Component;

/** Addresses of the operators' pages. They name no member; the page itself asks WeChat Work who opened it. */
@Component
class PageLinks {
    private final String base;

    PageLinks(BotSettings settings) {
        this.base = settings.publicUrl() + "/m/";
    }

    String of(ReviewTask task) {
        return base + "#/reviews/" + task.id();
    }

    /** In the words of a text message, which know no markup but this. */
    String link(String words, ReviewTask task) {
        return link(words, of(task));
    }

    /** To all that waits for whoever opens it. */
    String linkToAll(String words) {
        return link(words, base + "#/reviews");
    }

    private static String link(String words, String address) {
        return "<a href=\"" + address + "\">" + words + "</a>";
    }
}

package cn.tuanwu.bot.capture;

import cn.tuanwu.capture.Batch;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which pages are to be taken again, and why, in one text. */
@Component
class BadPages {
    private final FormLinks links;

    BadPages(FormLinks links) {
        this.links = links;
    }

    List<Batch.Page> untold(Batch batch) {
        return batch.pages().stream()
                .filter(page -> page.needsRetake() && !page.told())
                .toList();
    }

    String words(Batch batch, List<Batch.Page> bad) {
        String lines = bad.stream()
                .map(page -> "第 " + (batch.pages().indexOf(page) + 1) + " 页：" + page.problem())
                .collect(Collectors.joining("\n"));
        String how = bad.size() == 1 ? "请重拍这一页发到这里，新照片会替换它。" : "请按上面的顺序重拍这 " + bad.size() + " 页发到这里，新照片会依次替换它们。";
        return lines + "\n" + how + "也可以";
    }

    /** Stands behind the words. */
    String link(Batch batch) {
        return links.link("在页面上处理", batch) + "。";
    }
}

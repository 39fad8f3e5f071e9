package cn.tuanwu.bot.review;

import cn.tuanwu.leaving.Leaving;
import cn.tuanwu.leaving.LeavingBook;
import cn.tuanwu.review.ReviewTask;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a card says of somebody who leaves, comes back or is to be erased. What was typed is on the page alone. */
@Component
class LeavingFace {
    private final LeavingBook book;

    LeavingFace(LeavingBook book) {
        this.book = book;
    }

    String title(ReviewTask task) {
        return book.find(task.leavingId())
                .map(leaving -> leaving.kind().label())
                .orElse(task.kind().label());
    }

    Map<String, String> rows(ReviewTask task) {
        Map<String, String> rows = new LinkedHashMap<>();
        book.find(task.leavingId()).ifPresent(leaving -> {
            rows.put("团支部", leaving.branch().shortName());
            rows.put("申请", leaving.startedBy() == null ? "团员本人" : leaving.startedBy());
            if (leaving.cause() != null) {
                rows.put("原因", leaving.cause().label());
            }
            if (leaving.agreedBy() != null) {
                rows.put("支部同意", leaving.agreedBy());
            }
        });
        return rows;
    }

    String note(ReviewTask task) {
        return book.find(task.leavingId())
                .filter(Leaving::isOpen)
                .map(leaving -> switch (leaving.kind()) {
                    case VOLUNTARY -> "请点“查看详情”看退团原因，与本人核实后再同意。";
                    case RESTORE -> "同意后该团员回到原团支部。";
                    case DELETION -> "同意后报到资料全部删除，不能恢复；团员编号作废。";
                    case AT_28 -> "";
                })
                .orElse("");
    }
}

package cn.tuanwu.bot.review;

import cn.tuanwu.review.ReviewTask;
import cn.tuanwu.transfer.Transfer;
import cn.tuanwu.transfer.TransferBook;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a card says of a transfer: from where, to where, why. What was typed is on the page alone. */
@Component
class TransferFace {
    private final TransferBook book;

    TransferFace(TransferBook book) {
        this.book = book;
    }

    Map<String, String> rows(ReviewTask task) {
        Map<String, String> rows = new LinkedHashMap<>();
        book.find(task.transferId()).ifPresent(transfer -> fill(rows, transfer));
        return rows;
    }

    String note(ReviewTask task) {
        boolean assigns = book.find(task.transferId())
                .filter(transfer -> transfer.assigns(task.transferNode()))
                .isPresent();
        return assigns ? "请点“查看详情”，选择由哪个团支部接收，再同意。" : "";
    }

    private static void fill(Map<String, String> rows, Transfer transfer) {
        rows.put("转接类型", transfer.kind().label());
        rows.put("转出", transfer.from().shortName());
        rows.put("转入", transfer.target() == null ? "省外" : transfer.target().shortName());
        rows.put("转接原因", transfer.reason().label());
    }
}

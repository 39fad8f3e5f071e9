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

    /** Why it was sent back, and by whom; what the member says is on the page alone. */
    Map<String, String> appeal(ReviewTask task) {
        Map<String, String> rows = new LinkedHashMap<>();
        book.find(task.appealId()).ifPresent(transfer -> {
            rows.put("转出", transfer.from().shortName());
            rows.put("转入", transfer.target() == null ? "省外" : transfer.target().shortName());
            rows.put("退回方", returner(transfer).organisation().shortName());
            rows.put("退回原因", transfer.appeal().reason());
        });
        return rows;
    }

    private static Transfer.Node returner(Transfer transfer) {
        return transfer.nodes().stream()
                .filter(node -> node.no() == transfer.appeal().node())
                .findFirst()
                .orElseThrow();
    }

    String note(ReviewTask task) {
        boolean appeal = task.kind() == ReviewTask.Kind.APPEAL;
        boolean assigns = book.find(appeal ? task.appealId() : task.transferId())
                .filter(transfer -> transfer.assigns(appeal ? transfer.appeal().node() : task.transferNode()))
                .isPresent();
        if (appeal && !assigns) {
            return "申诉理由和照片请点“查看详情”；同意后转接从下一步继续办理。";
        }
        return assigns ? "请点“查看详情”，选择由哪个团支部接收，再同意。" : "";
    }

    private static void fill(Map<String, String> rows, Transfer transfer) {
        rows.put("转接类型", transfer.kind().label());
        rows.put("转出", transfer.from().shortName());
        rows.put("转入", transfer.target() == null ? "省外" : transfer.target().shortName());
        rows.put("转接原因", transfer.reason().label());
    }
}

package cn.tuanwu.bot.review;

import cn.tuanwu.rebind.RebindBook;
import cn.tuanwu.rebind.Rebinding;
import cn.tuanwu.review.ReviewTask;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a card says of a re-binding: both phones, masked, and what to make sure of. */
@Component
class RebindFace {
    private final RebindBook book;

    RebindFace(RebindBook book) {
        this.book = book;
    }

    Map<String, String> rows(ReviewTask task) {
        Map<String, String> rows = new LinkedHashMap<>();
        book.find(task.rebindingId()).ifPresent(rebinding -> fill(rows, rebinding));
        return rows;
    }

    String note() {
        return "请先与团员本人核实（当面、电话或班级群），确认是本人申请再同意。";
    }

    private static void fill(Map<String, String> rows, Rebinding rebinding) {
        rows.put("原手机号", rebinding.oldPhone().masked());
        rows.put("新手机号", rebinding.newPhone().masked());
    }
}

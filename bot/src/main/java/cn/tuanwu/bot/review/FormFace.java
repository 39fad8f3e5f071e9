package cn.tuanwu.bot.review;

import cn.tuanwu.form.Form;
import cn.tuanwu.form.Replacement;
import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.review.ReviewTask;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a card says of a form that is to replace another; the pages themselves are behind 查看详情. */
@Component
class FormFace {
    private final Replacement forms;

    FormFace(Replacement forms) {
        this.forms = forms;
    }

    Map<String, String> rows(ReviewTask task) {
        Map<String, String> rows = new LinkedHashMap<>();
        forms.find(task.formId()).ifPresent(form -> {
            rows.put("新志愿书", paper(form));
            rows.put("上传人", form.filedBy());
        });
        forms.before(task.formId()).ifPresent(form -> rows.put("原志愿书", paper(form)));
        return rows;
    }

    String note() {
        return "同意后新志愿书成为正式志愿书，原志愿书留作历史。请打开“查看详情”核对每一页。";
    }

    private static String paper(Form form) {
        return "第 " + form.edition() + " 份，共 " + form.pages() + " 页，" + ChinaTime.date(form.filedAt());
    }
}

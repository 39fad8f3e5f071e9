package cn.tuanwu.api.export;

import cn.tuanwu.api.letters.Paper;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.letters.Letters;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/** One's own data as a PDF. */
@Component
class OwnPaper {
    private static final double[] TWO = {130};
    private static final double[] MORE = {140, 140, 70};

    private final Letters letters;

    OwnPaper(Letters letters) {
        this.letters = letters;
    }

    /** Whether this machine has all its letters. */
    boolean canDraw(OwnData.Copy copy) {
        return !letters.missing(copy.texts());
    }

    /** Refused with FONT_MISSING when this machine can't draw all of it: a box for a letter would be a wrong name. */
    byte[] pdf(OwnData.Copy copy) {
        if (!canDraw(copy)) {
            throw new RefusedRequest("FONT_MISSING", "服务器缺少显示这份资料所需的字体，暂时不能生成；可以先导出 Excel，我们会尽快补上。");
        }
        Paper paper = new Paper(letters).title(copy.title()).note(copy.note());
        for (OwnData.Table table : copy.tables()) {
            paper.heading(table.title());
            boolean pairs = table.head().size() == 2;
            if (!pairs) {
                paper.row(table.head(), MORE);
            }
            table.rows().forEach(row -> paper.row(row, pairs ? TWO : MORE));
            if (table.rows().isEmpty()) {
                paper.note("没有记录。");
            }
        }
        try {
            return paper.pdf(copy.title());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

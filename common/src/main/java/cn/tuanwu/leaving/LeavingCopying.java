package cn.tuanwu.leaving;

import static cn.tuanwu.trace.Section.row;

import cn.tuanwu.trace.Copying;
import cn.tuanwu.trace.Person;
import cn.tuanwu.trace.Section;
import java.util.List;
import org.springframework.stereotype.Component;

/** Every wish about the membership. */
@Component
class LeavingCopying implements Copying {
    private final LeavingRows rows;
    private final LeavingBook book;

    LeavingCopying(LeavingRows rows, LeavingBook book) {
        this.rows = rows;
        this.book = book;
    }

    @Override
    public int place() {
        return 75;
    }

    @Override
    public List<Section> copy(Person person) {
        return List.of(new Section("leavings", "离团和团籍", rows.of(person.accountId()).stream()
                .map(book::leaving)
                .map(one -> row().with("kind", "事项", one.kind().label())
                        .with("words", "原因", one.words())
                        .with("evidence", "依据", one.evidence())
                        .with("startedBy", "提出人", one.startedBy() == null ? "您" : one.startedBy())
                        .with("startedAt", "提出时间", one.startedAt())
                        .with("state", "状态", one.state())
                        .with("endedBy", "办结人", one.endedBy())
                        .with("endedAt", "办结时间", one.endedAt())
                        .with("endReason", "说明", one.endReason())
                        .fields())
                .toList()));
    }
}

package cn.tuanwu.leaving;

import static cn.tuanwu.trace.Section.row;

import cn.tuanwu.trace.Copying;
import cn.tuanwu.trace.Person;
import cn.tuanwu.trace.Section;
import cn.tuanwu.trace.Section.Field;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.springframework.stereotype.Component;

/** What was asked about somebody's membership, and what became of it. */
@Component
class LeavingCopying implements Copying {
    private final Rows rows;
    private final LeavingBook book;

    LeavingCopying(Rows rows, LeavingBook book) {
        this.rows = rows;
        this.book = book;
    }

    @Override
    public int place() {
        return 75;
    }

    @Override
    public List<Section> copy(Person person) {
        return List.of(new Section(
                "leavings",
                "团籍事项",
                rows.of(person.accountId()).stream()
                        .map(book::leaving)
                        .map(LeavingCopying::fields)
                        .toList()));
    }

    private static List<Field> fields(Leaving leaving) {
        return row().with("kind", "事项", leaving.kind().label())
                .with(
                        "cause",
                        "原因",
                        leaving.cause() == null ? null : leaving.cause().label())
                .with("words", "说明", leaving.words())
                .with("evidence", "依据", leaving.evidence())
                .with("branch", "团支部", leaving.branch().name())
                .with("startedBy", "提出", leaving.startedBy() == null ? "本人" : leaving.startedBy())
                .with("startedAt", "提出时间", leaving.startedAt())
                .with("agreedBy", "团支部同意", leaving.agreedBy())
                .with("state", "状态", leaving.state().label())
                .with("endedAt", "办结时间", leaving.endedAt())
                .with("endReason", "结束说明", leaving.endReason())
                .fields();
    }

    @Mapper
    interface Rows {
        @Select("SELECT * FROM leaving_request WHERE account_id = #{account} ORDER BY id DESC LIMIT 200")
        List<LeavingRow> of(long account);
    }
}

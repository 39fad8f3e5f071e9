package cn.tuanwu.erasure;

import static cn.tuanwu.trace.Section.row;

import cn.tuanwu.trace.Copying;
import cn.tuanwu.trace.Person;
import cn.tuanwu.trace.Section;
import java.util.List;
import org.springframework.stereotype.Component;

/** Requests to be erased that were not carried out. */
@Component
class ErasureCopying implements Copying {
    private final ErasureRequestRows rows;

    ErasureCopying(ErasureRequestRows rows) {
        this.rows = rows;
    }

    @Override
    public int place() {
        return 90;
    }

    @Override
    public List<Section> copy(Person person) {
        return List.of(new Section(
                "erasures",
                "删除申请",
                rows.of(person.accountId()).stream()
                        .map(one -> row().with("askedAt", "申请时间", one.askedAt)
                                .with("state", "状态", one.state.label())
                                .with("decidedBy", "处理人", one.decidedName)
                                .with("decidedAt", "处理时间", one.decidedAt)
                                .with("reason", "原因", one.reason)
                                .fields())
                        .toList()));
    }
}

package cn.tuanwu.rebind;

import static cn.tuanwu.trace.Section.row;

import cn.tuanwu.trace.Copying;
import cn.tuanwu.trace.Person;
import cn.tuanwu.trace.Section;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Every change of the phone, asked for or done. A new phone the account never had may be anybody's. */
@Component
class RebindCopying implements Copying {
    private static final Set<Rebinding.State> DONE = EnumSet.of(Rebinding.State.APPROVED, Rebinding.State.CHANGED);

    private final RebindingRows rows;
    private final RebindBook book;

    RebindCopying(RebindingRows rows, RebindBook book) {
        this.rows = rows;
        this.book = book;
    }

    @Override
    public int place() {
        return 50;
    }

    @Override
    public List<Section> copy(Person person) {
        return List.of(new Section(
                "rebindings",
                "换绑手机号",
                rows.of(person.accountId()).stream()
                        .map(book::rebinding)
                        .map(one -> row().with("from", "原手机号", one.oldPhone().number())
                                .with("to", "新手机号", newPhone(one))
                                .with("askedAt", "申请时间", one.askedAt())
                                .with("state", "状态", one.state())
                                .with("endedAt", "办结时间", one.endedAt())
                                .with("reason", "退回原因", one.reason())
                                .fields())
                        .toList()));
    }

    private static String newPhone(Rebinding one) {
        return DONE.contains(one.state())
                ? one.newPhone().number()
                : one.newPhone().masked();
    }
}

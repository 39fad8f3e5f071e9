package cn.tuanwu.realname;

import static cn.tuanwu.trace.Section.row;

import cn.tuanwu.trace.Copying;
import cn.tuanwu.trace.Person;
import cn.tuanwu.trace.Section;
import java.util.List;
import org.springframework.stereotype.Component;

/** The checks somebody asked for. */
@Component
class RealNameCopying implements Copying {
    private final RealNameRows rows;

    RealNameCopying(RealNameRows rows) {
        this.rows = rows;
    }

    @Override
    public int place() {
        return 40;
    }

    @Override
    public List<Section> copy(Person person) {
        return List.of(new Section(
                "realNameChecks",
                "实名核对",
                rows.of(person.accountId()).stream()
                        .map(check -> row().with("name", "姓名", check.name)
                                .with("result", "结果", check.state.label())
                                .with("startedAt", "开始时间", check.startedAt)
                                .with("asked", "核对次数", check.attempts)
                                .fields())
                        .toList()));
    }
}

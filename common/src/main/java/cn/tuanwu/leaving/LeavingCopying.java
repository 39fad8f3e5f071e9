package cn.tuanwu.leaving;

import static cn.tuanwu.trace.Section.row;

import cn.tuanwu.kernel.Seal;
import cn.tuanwu.trace.Copying;
import cn.tuanwu.trace.Person;
import cn.tuanwu.trace.Section;
import cn.tuanwu.trace.Section.Field;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.springframework.stereotype.Component;

/** What was asked about somebody's membership, and what became of it; why they stay for a while after turning 28. */
@Component
class LeavingCopying implements Copying {
    private final Rows rows;
    private final LeavingBook book;
    private final Seal seal;

    LeavingCopying(Rows rows, LeavingBook book, Seal seal) {
        this.rows = rows;
        this.book = book;
        this.seal = seal;
    }

    @Override
    public int place() {
        return 75;
    }

    @Override
    public List<Section> copy(Person person) {
        Section leavings = new Section(
                "leavings",
                "团籍事项",
                rows.of(person.accountId()).stream()
                        .map(book::leaving)
                        .map(LeavingCopying::fields)
                        .toList());
        return person.registrationId() == null ? List.of(leavings) : List.of(leavings, delays(person.registrationId()));
    }

    private Section delays(long registration) {
        return new Section(
                "leavingDelays",
                "超龄离团暂缓",
                rows.delaysOf(registration).stream()
                        .map(delay -> row().with("until", "暂缓到", delay.until)
                                .with("words", "原因", seal.open(AgeLists.words(registration), delay.wordsSealed))
                                .with("grantedBy", "说明人", delay.grantedName)
                                .with("grantedAt", "说明时间", delay.grantedAt)
                                .fields())
                        .toList());
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

    static class Delay {
        LocalDate until;
        byte[] wordsSealed;
        String grantedName;
        Instant grantedAt;
    }

    @Mapper
    interface Rows {
        @Select("SELECT * FROM leaving_request WHERE account_id = #{account} ORDER BY id DESC LIMIT 200")
        List<LeavingRow> of(long account);

        @Select("SELECT until, words_sealed, granted_name, granted_at FROM leaving_delay"
                + " WHERE registration_id = #{registration}")
        List<Delay> delaysOf(long registration);
    }
}

package cn.tuanwu.registration;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.ConstructorArgs;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What a registration went through, for its member to read. Written in the transaction of each move. */
@Component
public class History {
    private static final int LONGEST_NOTE = 300;

    private final Rows rows;
    private final Ids ids;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    History(Rows rows, Ids ids, Clock clock, ApplicationEventPublisher events) {
        this.rows = rows;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
    }

    /** Newest first, at most 100. */
    public List<Step> of(Caller.OwnAccount caller) {
        return rows.of(caller.accountId());
    }

    /**
     * Call it after the move. Publishes {@link Registration.Stepped}.
     *
     * @param who the reviewer's name; null: the member
     * @param note a branch, a reason or names of fields; null: nothing to add
     */
    void add(long registrationId, What what, String who, String note) {
        rows.insert(ids.next(), registrationId, clock.instant(), what, who, note == null ? null : kept(note));
        events.publishEvent(new Registration.Stepped(registrationId));
    }

    /** The registration is gone. */
    void forget(long registrationId) {
        rows.forget(registrationId);
        events.publishEvent(new Registration.Stepped(registrationId));
    }

    /** Cut between characters, never inside a rare one. */
    static String kept(String note) {
        return note.codePointCount(0, note.length()) <= LONGEST_NOTE
                ? note
                : note.substring(0, note.offsetByCodePoints(0, LONGEST_NOTE));
    }

    public enum What {
        SUBMITTED("提交报到"),
        WITHDRAWN("撤回报到"),
        RETURNED("报到被退回"),
        APPROVED("报到通过"),
        CHANGED("修改资料，已生效"),
        EDIT_SUBMITTED("提交资料修改"),
        EDIT_APPROVED("资料修改通过"),
        EDIT_RETURNED("资料修改被退回"),
        CORRECTION_SUBMITTED("申请资料更正"),
        CORRECTION_APPROVED("资料更正通过"),
        CORRECTION_RETURNED("资料更正被退回"),
        EDIT_WITHDRAWN("撤回资料修改"),
        REBIND_ASKED("有人申请换绑手机号"),
        REBIND_ENDED("手机号换绑未办理"),
        REBOUND("换绑手机号"),
        TRANSFER_STARTED("发起组织关系转接"),
        TRANSFER_ENDED("组织关系转接未办理"),
        TRANSFER_AGREED("组织关系转接一步通过"),
        TRANSFERRED("组织关系转接完成"),
        APPEAL_ACCEPTED("转接申诉成立"),
        APPEAL_REFUSED("转接申诉未成立"),
        ERASURE_ASKED("申请删除个人信息"),
        ERASURE_WITHDRAWN("撤回删除个人信息的申请"),
        ERASURE_RETURNED("删除个人信息的申请被退回"),
        LEAVING_STARTED("提交团籍申请"),
        LEAVING_ENDED("团籍申请未办理"),
        LEFT_AT_28("超龄离团"),
        LEFT_VOLUNTARILY("退团"),
        LEFT_OUTSIDE("转出省外"),
        RESTORED("恢复团籍");

        private final String label;

        What(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** @param who null: the member */
    public record Step(Instant at, What what, String who, String note) {}

    @Mapper
    interface Rows {
        @Insert("INSERT INTO registration_step (id, registration_id, happened_at, what, who, note)"
                + " VALUES (#{id}, #{registration}, #{at}, #{what}, #{who}, #{note})")
        void insert(
                @Param("id") long id,
                @Param("registration") long registration,
                @Param("at") Instant at,
                @Param("what") What what,
                @Param("who") String who,
                @Param("note") String note);

        @Select("SELECT s.happened_at, s.what, s.who, s.note FROM registration_step s"
                + " JOIN registration r ON r.id = s.registration_id"
                + " WHERE r.account_id = #{account} ORDER BY s.id DESC LIMIT 100")
        @ConstructorArgs({
            @Arg(column = "happened_at", javaType = Instant.class),
            @Arg(column = "what", javaType = What.class),
            @Arg(column = "who", javaType = String.class),
            @Arg(column = "note", javaType = String.class)
        })
        List<Step> of(long account);

        @Delete("DELETE FROM registration_step WHERE registration_id = #{registration}")
        void forget(long registration);
    }
}

package cn.tuanwu.registration;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.Tx;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.ConstructorArgs;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.springframework.stereotype.Service;

/**
 * What a member was told, to be read again: the decisions of others about the registration. It stands there whether or not a
 * push could reach the phone (product §5).
 */
@Service
public class MessageDesk {
    private final Rows rows;
    private final Tx tx;

    MessageDesk(Rows rows, Tx tx) {
        this.rows = rows;
        this.tx = tx;
    }

    /**
     * Newest first.
     *
     * @param before the id of the last message of the page before; {@link Long#MAX_VALUE} for the newest
     */
    public List<Message> told(Caller.OwnAccount caller, long before, int most) {
        return rows.told(caller.accountId(), before, most);
    }

    public int unread(Caller.OwnAccount caller) {
        return rows.unread(caller.accountId());
    }

    /** Everything up to this message has been seen. What was read stays read. */
    public void markRead(Caller.OwnAccount caller, long upTo) {
        tx.write(() -> {
            rows.markRead(caller.accountId(), upTo);
            return null;
        });
    }

    /** @param who the reviewer's name */
    public record Message(long id, Instant at, History.What what, String who, String note, boolean unread) {

        /** In a sentence, as it would be said to the member. */
        public String text() {
            return switch (what) {
                case APPROVED -> who + " 审核通过了您的报到，您已完成报到，可以查看认证资料和电子团员证。";
                case RETURNED -> who + " 退回了您的报到，原因：" + note + "。请修改后重新提交。";
                case EDIT_APPROVED -> who + " 同意了您的资料修改，新的资料已生效。";
                case CORRECTION_APPROVED -> who + " 同意了您的资料更正，新的资料已生效。";
                case EDIT_RETURNED -> who + " 退回了您的资料修改，原因：" + note + "。原资料不变，您可以修改后重新提交。";
                case CORRECTION_RETURNED -> who + " 退回了您的资料更正，原因：" + note + "。原资料不变，您可以补充后重新申请。";
                case TRANSFER_AGREED -> who + " 同意了您的组织关系转接，" + note + "。";
                case TRANSFERRED -> "您的组织关系转接已完成：" + note + "。";
                case APPEAL_ACCEPTED -> who + " 认为您的申诉成立，" + note + "。";
                case APPEAL_REFUSED -> who + " 认为您的申诉不成立，原因：" + note + "。原退回不变，如仍需转接请重新发起。";
                case ERASURE_RETURNED -> who + " 退回了您删除个人信息的申请，原因：" + note + "。您的信息保持不变。";
                case LEFT_AT_28 -> who + " 为您办理了超龄离团，团员档案保留。感谢您在团内的时光。";
                case LEFT_OUTSIDE -> "您已到达省外团组织，组织关系已转出（" + who + "，" + note + "），团员档案保留。";
                case LEFT_VOLUNTARILY -> "您的退团已办结（" + who + "），团员档案保留。";
                case RESTORED -> who + " 同意恢复您的团籍，您可以继续办理团内业务。";
                default -> note == null ? what.label() + "。" : what.label() + "：" + note + "。";
            };
        }
    }

    @Mapper
    interface Rows {
        String TOLD = " FROM registration_step s JOIN registration r ON r.id = s.registration_id"
                + " LEFT JOIN message_read m ON m.account_id = r.account_id"
                + " WHERE r.account_id = #{account} AND s.who IS NOT NULL";

        @Select("SELECT s.id, s.happened_at, s.what, s.who, s.note, s.id > COALESCE(m.up_to, 0) AS unread" + TOLD
                + " AND s.id < #{before} ORDER BY s.id DESC LIMIT #{most}")
        @ConstructorArgs({
            @Arg(column = "id", javaType = long.class),
            @Arg(column = "happened_at", javaType = Instant.class),
            @Arg(column = "what", javaType = History.What.class),
            @Arg(column = "who", javaType = String.class),
            @Arg(column = "note", javaType = String.class),
            @Arg(column = "unread", javaType = boolean.class)
        })
        List<Message> told(@Param("account") long account, @Param("before") long before, @Param("most") int most);

        @Select("SELECT COUNT(*)" + TOLD + " AND s.id > COALESCE(m.up_to, 0)")
        int unread(long account);

        @Insert("INSERT INTO message_read (account_id, up_to) VALUES (#{account}, #{upTo})"
                + " ON DUPLICATE KEY UPDATE up_to = GREATEST(up_to, #{upTo})")
        void markRead(@Param("account") long account, @Param("upTo") long upTo);
    }
}

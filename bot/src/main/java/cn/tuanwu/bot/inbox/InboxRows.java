package cn.tuanwu.bot.inbox;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface InboxRows {

    @Select(
            "SELECT id, claim_no, attempts FROM inbox"
                    + " WHERE state IN ('DUE', 'CLAIMED', 'REPLIED') AND next_at <= UTC_TIMESTAMP(3) ORDER BY next_at LIMIT #{max}")
    List<InboxRow> due(int max);

    @Select("SELECT id, source, payload, answer FROM inbox WHERE id = #{id}")
    InboxRow find(long id);

    /** The first go belongs to who keeps the event; nobody else finds it due for a moment. */
    @Update("UPDATE inbox SET state = 'CLAIMED', claim_no = 1, attempts = 1, lease_owner = #{owner},"
            + " next_at = DATE_ADD(UTC_TIMESTAMP(3), INTERVAL #{lease} MICROSECOND)"
            + " WHERE id = #{id} AND claim_no = 0 AND state = 'DUE'")
    int claimFirst(@Param("id") long id, @Param("owner") String owner, @Param("lease") long leaseMicros);

    @Update("UPDATE inbox SET state = 'CLAIMED', claim_no = claim_no + 1, attempts = attempts + 1,"
            + " lease_owner = #{owner}, next_at = DATE_ADD(UTC_TIMESTAMP(3), INTERVAL #{lease} MICROSECOND)"
            + " WHERE id = #{id} AND claim_no = #{claim} AND state IN ('DUE', 'CLAIMED', 'REPLIED')"
            + " AND next_at <= UTC_TIMESTAMP(3)")
    int claim(
            @Param("id") long id,
            @Param("claim") int claim,
            @Param("owner") String owner,
            @Param("lease") long leaseMicros);

    @Update("UPDATE inbox SET state = #{state}, last_error = #{why}, settled_at = UTC_TIMESTAMP(3)"
            + " WHERE id = #{id} AND claim_no = #{claim} AND state = 'CLAIMED'")
    int settle(@Param("id") long id, @Param("claim") int claim, @Param("state") String state, @Param("why") String why);

    @Update("UPDATE inbox SET state = 'DUE', last_error = #{why},"
            + " next_at = DATE_ADD(UTC_TIMESTAMP(3), INTERVAL #{after} MICROSECOND)"
            + " WHERE id = #{id} AND claim_no = #{claim} AND state = 'CLAIMED'")
    int later(
            @Param("id") long id,
            @Param("claim") int claim,
            @Param("after") long afterMicros,
            @Param("why") String why);

    @Update("UPDATE inbox SET state = 'REPLIED', next_at = DATE_ADD(UTC_TIMESTAMP(3), INTERVAL #{unheard} MICROSECOND)"
            + " WHERE id = #{id} AND claim_no = #{claim} AND state = 'CLAIMED'")
    int promise(@Param("id") long id, @Param("claim") int claim, @Param("unheard") long unheardMicros);

    @Update("UPDATE inbox SET state = 'DONE', settled_at = UTC_TIMESTAMP(3)"
            + " WHERE id = #{id} AND claim_no = #{claim} AND state = 'REPLIED'")
    int heard(@Param("id") long id, @Param("claim") int claim);

    @Update("UPDATE inbox SET state = 'DONE', settled_at = UTC_TIMESTAMP(3), answer = #{answer}"
            + " WHERE id = #{id} AND claim_no = #{claim} AND state IN ('CLAIMED', 'REPLIED')")
    int sayLater(@Param("id") long id, @Param("claim") int claim, @Param("answer") byte[] answer);

    /** A few at a time, so that no lock is held long. Every node may do it. */
    @Delete("DELETE FROM inbox WHERE state = 'DONE' AND next_at < DATE_SUB(UTC_TIMESTAMP(3), INTERVAL #{days} DAY)"
            + " LIMIT #{max}")
    int sweep(@Param("days") int days, @Param("max") int max);
}

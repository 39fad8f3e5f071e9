package cn.tuanwu.bot.inbox;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface InboxRows {

    @Insert("INSERT INTO inbox (id, source, event_key, event, payload, state, next_at, received_at)"
            + " VALUES (#{id}, #{source}, #{key}, #{event}, #{payload}, 'DUE',"
            + " DATE_ADD(UTC_TIMESTAMP(3), INTERVAL #{after} MICROSECOND), UTC_TIMESTAMP(3))")
    void insert(
            @Param("id") long id,
            @Param("source") String source,
            @Param("key") byte[] key,
            @Param("event") String event,
            @Param("payload") byte[] payload,
            @Param("after") long afterMicros);

    @Select("SELECT id FROM inbox WHERE source = #{source} AND event_key = #{key}")
    long idOf(@Param("source") String source, @Param("key") byte[] key);

    @Select("SELECT id, claim_no, attempts FROM inbox"
            + " WHERE state IN ('DUE', 'CLAIMED') AND next_at <= UTC_TIMESTAMP(3) ORDER BY next_at LIMIT #{max}")
    List<InboxRow> due(int max);

    @Select("SELECT id, source, payload, claim_no, attempts FROM inbox WHERE id = #{id}")
    InboxRow find(long id);

    /** The first go belongs to who keeps the event; nobody else finds it due for a moment. */
    @Update("UPDATE inbox SET state = 'CLAIMED', claim_no = 1, attempts = 1, lease_owner = #{owner},"
            + " next_at = DATE_ADD(UTC_TIMESTAMP(3), INTERVAL #{lease} MICROSECOND)"
            + " WHERE id = #{id} AND claim_no = 0 AND state = 'DUE'")
    int claimFirst(@Param("id") long id, @Param("owner") String owner, @Param("lease") long leaseMicros);

    @Update("UPDATE inbox SET state = 'CLAIMED', claim_no = claim_no + 1, attempts = attempts + 1,"
            + " lease_owner = #{owner}, next_at = DATE_ADD(UTC_TIMESTAMP(3), INTERVAL #{lease} MICROSECOND)"
            + " WHERE id = #{id} AND claim_no = #{claim} AND state IN ('DUE', 'CLAIMED')"
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

    /** A few at a time, so that no lock is held long. Every node may do it. */
    @Delete("DELETE FROM inbox WHERE state = 'DONE' AND next_at < DATE_SUB(UTC_TIMESTAMP(3), INTERVAL #{days} DAY)"
            + " LIMIT #{max}")
    int sweep(@Param("days") int days, @Param("max") int max);
}

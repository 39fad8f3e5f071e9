package cn.tuanwu.push;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface OutboxRows {

    @Insert("INSERT INTO outbox (id, kind, subject_id, receiver, push_key, state, next_at, created_at)"
            + " VALUES (#{id}, #{kind}, #{subject}, #{receiver}, #{key}, 'DUE',"
            + " DATE_ADD(UTC_TIMESTAMP(3), INTERVAL #{after} MICROSECOND), UTC_TIMESTAMP(3))"
            + " ON DUPLICATE KEY UPDATE push_key = push_key")
    int insert(
            @Param("id") long id,
            @Param("kind") PushKind kind,
            @Param("subject") long subject,
            @Param("receiver") String receiver,
            @Param("key") String key,
            @Param("after") long afterMicros);

    @Update("UPDATE outbox SET next_at = UTC_TIMESTAMP(3) WHERE push_key = #{key} AND state = 'DUE'")
    int hasten(String key);

    @Update("UPDATE outbox SET state = 'SKIPPED', last_error = #{why}, settled_at = UTC_TIMESTAMP(3)"
            + " WHERE push_key = #{key} AND state = 'DUE'")
    int cancel(@Param("key") String key, @Param("why") String why);

    @Select("SELECT id, kind, subject_id, receiver, claim_no, attempts FROM outbox"
            + " WHERE state IN ('DUE', 'CLAIMED') AND next_at <= UTC_TIMESTAMP(3) ORDER BY next_at LIMIT #{max}")
    List<OutboxRow> due(int max);

    @Update("UPDATE outbox SET state = 'CLAIMED', claim_no = claim_no + 1, attempts = attempts + 1,"
            + " lease_owner = #{owner}, next_at = DATE_ADD(UTC_TIMESTAMP(3), INTERVAL #{lease} MICROSECOND)"
            + " WHERE id = #{id} AND claim_no = #{claim} AND state IN ('DUE', 'CLAIMED')"
            + " AND next_at <= UTC_TIMESTAMP(3)")
    int claim(
            @Param("id") long id,
            @Param("claim") int claim,
            @Param("owner") String owner,
            @Param("lease") long leaseMicros);

    @Update("UPDATE outbox SET state = #{state}, last_error = #{why}, settled_at = UTC_TIMESTAMP(3)"
            + " WHERE id = #{id} AND claim_no = #{claim} AND state = 'CLAIMED'")
    int settle(@Param("id") long id, @Param("claim") int claim, @Param("state") String state, @Param("why") String why);

    @Update("UPDATE outbox SET state = 'DUE', last_error = #{why}, attempts = attempts - #{untried},"
            + " next_at = DATE_ADD(UTC_TIMESTAMP(3), INTERVAL #{after} MICROSECOND)"
            + " WHERE id = #{id} AND claim_no = #{claim} AND state = 'CLAIMED'")
    int later(
            @Param("id") long id,
            @Param("claim") int claim,
            @Param("after") long afterMicros,
            @Param("why") String why,
            @Param("untried") int untried);

    @Select("SELECT COUNT(*) FROM outbox WHERE state IN ('DUE', 'CLAIMED')")
    int open();

    @Select("SELECT id, kind, subject_id, attempts, last_error, created_at, settled_at FROM outbox"
            + " WHERE state = 'DEAD' ORDER BY next_at, id LIMIT #{max}")
    List<OutboxRow> dead(int max);

    @Update("UPDATE outbox SET state = 'DUE', next_at = UTC_TIMESTAMP(3), settled_at = NULL, attempts = 0"
            + " WHERE id = #{id} AND state = 'DEAD'")
    int resend(long id);

    @Update("UPDATE outbox SET state = 'DUE', next_at = UTC_TIMESTAMP(3), settled_at = NULL, attempts = 0"
            + " WHERE state = 'DEAD' LIMIT 500")
    int resendSome();
}

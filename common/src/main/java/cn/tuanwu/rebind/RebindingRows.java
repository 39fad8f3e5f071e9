package cn.tuanwu.rebind;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface RebindingRows {
    String COLUMNS =
            "SELECT id, account_id, registration_id, state, old_phone_sealed, new_phone_sealed, new_phone_blind,"
                    + " ticket_blind, asked_at, expires_at, ended_at, decided_by, reason FROM rebinding ";

    @Insert("INSERT INTO rebinding (id, account_id, registration_id, state, old_phone_sealed, new_phone_sealed,"
            + " new_phone_blind, ticket_blind, asked_at, expires_at, ended_at) VALUES (#{id}, #{accountId},"
            + " #{registrationId}, #{state}, #{oldPhoneSealed}, #{newPhoneSealed}, #{newPhoneBlind}, #{ticketBlind},"
            + " #{askedAt}, #{expiresAt}, #{endedAt})")
    void insert(RebindingRow row);

    @Select(COLUMNS + "WHERE id = #{id}")
    RebindingRow find(long id);

    @Select(COLUMNS + "WHERE ticket_blind = #{ticket}")
    RebindingRow byTicket(byte[] ticket);

    @Select(COLUMNS + "WHERE live_account = #{account}")
    RebindingRow openOf(long account);

    /** What was asked for again: a new ticket takes the place of one that may be lost. */
    @Update("UPDATE rebinding SET ticket_blind = #{ticket} WHERE id = #{id} AND state = 'PENDING'")
    int reticket(@Param("id") long id, @Param("ticket") byte[] ticket);

    /** Whatever the end, there is one; the branch agrees only while it is not too late. */
    @Update(
            "UPDATE rebinding SET state = #{state}, ended_at = #{now}, decided_by = #{by}, reason = #{reason}"
                    + " WHERE id = #{id} AND state = 'PENDING'"
                    + " AND (#{state} <> 'APPROVED' OR expires_at > #{now}) AND (#{state} <> 'EXPIRED' OR expires_at <= #{now})")
    int end(
            @Param("id") long id,
            @Param("state") Rebinding.State state,
            @Param("now") Instant now,
            @Param("by") String by,
            @Param("reason") String reason);

    @Select(COLUMNS + "WHERE account_id = #{account} ORDER BY id")
    List<RebindingRow> of(long account);

    @Delete("DELETE FROM rebinding_pace WHERE who = #{who}")
    void forgetPace(byte[] who);

    @Delete("DELETE FROM rebinding WHERE account_id = #{account}")
    int forget(long account);

    @Insert("INSERT INTO rebinding_pace (who, since, asked) VALUES (#{who}, #{now}, 1) ON DUPLICATE KEY UPDATE"
            + " asked = CASE WHEN since <= #{stale} THEN 1 ELSE asked + 1 END,"
            + " since = CASE WHEN since <= #{stale} THEN VALUES(since) ELSE since END")
    void count(@Param("who") byte[] who, @Param("now") Instant now, @Param("stale") Instant stale);

    @Select("SELECT asked FROM rebinding_pace WHERE who = #{who}")
    int asked(byte[] who);

    @Delete("DELETE FROM rebinding_pace WHERE since <= #{stale} LIMIT 2")
    void sweep(Instant stale);
}

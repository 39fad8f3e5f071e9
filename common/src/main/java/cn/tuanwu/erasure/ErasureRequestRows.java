package cn.tuanwu.erasure;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface ErasureRequestRows {
    String COLUMNS = "SELECT id, account_id, registration_id, branch_id, state, asked_at, decided_at, decided_by,"
            + " decided_name, reason, done_at FROM erasure ";

    @Insert("INSERT INTO erasure (id, account_id, registration_id, branch_id, state, asked_at)"
            + " VALUES (#{id}, #{accountId}, #{registrationId}, #{branchId}, 'PENDING', #{askedAt})")
    void insert(ErasureRequestRow row);

    @Select(COLUMNS + "WHERE id = #{id}")
    ErasureRequestRow find(long id);

    @Select(COLUMNS + "WHERE live_account = #{account}")
    ErasureRequestRow openOf(long account);

    @Select(COLUMNS + "WHERE account_id = #{account} ORDER BY id DESC LIMIT 1")
    ErasureRequestRow latest(long account);

    @Select(COLUMNS + "WHERE account_id = #{account} ORDER BY id")
    List<ErasureRequestRow> of(long account);

    @Select("SELECT id FROM erasure WHERE state = 'AGREED' AND decided_at <= #{before} ORDER BY id LIMIT 20")
    List<Long> agreed(Instant before);

    /** Whoever decides or takes back first. */
    @Update("UPDATE erasure SET state = #{to}, decided_at = #{now}, decided_by = #{actor}, decided_name = #{name},"
            + " reason = #{reason} WHERE id = #{id} AND state = 'PENDING'")
    int end(
            @Param("id") long id,
            @Param("to") ErasureRequest.State to,
            @Param("now") Instant now,
            @Param("actor") String actor,
            @Param("name") String name,
            @Param("reason") String reason);

    @Update("UPDATE erasure SET state = 'DONE', done_at = #{now} WHERE id = #{id} AND state = 'AGREED'")
    int done(@Param("id") long id, @Param("now") Instant now);

    /** Earlier requests of the account say no longer why they were returned. */
    @Update("UPDATE erasure SET reason = NULL WHERE account_id = #{account}")
    void unsay(long account);
}

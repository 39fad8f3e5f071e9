package cn.tuanwu.realname;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface RealNameRows {
    String COLUMNS = "SELECT id, name, document_sealed, state, mismatches, attempts, answers, account_id,"
            + " waits_until, started_at FROM realname_check ";

    /** 1 when the pair is new, 0 when it is known. */
    @Insert("INSERT IGNORE INTO realname_check (id, pair_blind, name, document_sealed, state, started_at, account_id)"
            + " VALUES (#{id}, #{pair}, #{name}, #{document}, 'CHECKING', #{now}, #{account})")
    int insert(
            @Param("id") long id,
            @Param("pair") byte[] pair,
            @Param("name") String name,
            @Param("document") byte[] document,
            @Param("now") Instant now,
            @Param("account") long account);

    @Insert("INSERT INTO realname_check (id, pair_blind, name, document_sealed, state, started_at, settled_at)"
            + " VALUES (#{id}, #{pair}, '', '', 'OFFLINE', #{now}, #{now})")
    void insertOffline(@Param("id") long id, @Param("pair") byte[] pair, @Param("now") Instant now);

    @Select(COLUMNS + "WHERE pair_blind = #{pair}")
    RealNameRow byPair(byte[] pair);

    @Select(COLUMNS + "WHERE id = #{id}")
    RealNameRow find(long id);

    /** Of two workers with one question the first one's answer counts: 0 for the other. */
    @Update("UPDATE realname_check SET state = #{state}, last_result = #{result}, mismatches = #{row.mismatches},"
            + " answers = #{row.answers}, attempts = attempts + 1, waits_until = NULL, settled_at = #{settledAt}"
            + " WHERE id = #{row.id} AND state = 'CHECKING' AND attempts = #{row.attempts}")
    int answered(
            @Param("row") RealNameRow row,
            @Param("state") RealName.State state,
            @Param("result") RealName.Result result,
            @Param("settledAt") Instant settledAt);

    @Update("UPDATE realname_check SET waits_until = #{until} WHERE id = #{id} AND state = 'CHECKING'")
    void waits(@Param("id") long id, @Param("until") Instant until);

    @Update("UPDATE realname_check SET state = 'FAILED', waits_until = NULL, settled_at = #{now}"
            + " WHERE id = #{id} AND state = 'CHECKING'")
    int giveUp(@Param("id") long id, @Param("now") Instant now);

    @Select(COLUMNS + "WHERE account_id = #{account} ORDER BY id")
    List<RealNameRow> of(long account);

    @Select("SELECT id FROM realname_check WHERE account_id = #{account}")
    List<Long> askedBy(long account);

    /** A pair that failed is not sent again; of any other nothing has to be known. */
    @Delete("DELETE FROM realname_check WHERE id = #{id} AND state <> 'FAILED'")
    int erase(long id);

    /** The pair's blind index stays: a pair that failed is not sent again. */
    @Update("UPDATE realname_check SET name = '', document_sealed = '', account_id = NULL WHERE id = #{id}")
    int blank(long id);
}

package cn.tuanwu.realname;

import java.time.Instant;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface RealNameRows {
    String COLUMNS = "SELECT id, name, document_sealed, state, mismatches, attempts, started_at FROM realname_check ";

    /** 1 when the pair is new, 0 when it is known. */
    @Insert("INSERT IGNORE INTO realname_check (id, pair_blind, name, document_sealed, state, started_at)"
            + " VALUES (#{id}, #{pair}, #{name}, #{document}, 'CHECKING', #{now})")
    int insert(
            @Param("id") long id,
            @Param("pair") byte[] pair,
            @Param("name") String name,
            @Param("document") byte[] document,
            @Param("now") Instant now);

    @Select(COLUMNS + "WHERE pair_blind = #{pair}")
    RealNameRow byPair(byte[] pair);

    @Select(COLUMNS + "WHERE id = #{id}")
    RealNameRow find(long id);

    @Update("UPDATE realname_check SET last_result = #{result}, mismatches = #{mismatches}, attempts = attempts + 1"
            + " WHERE id = #{id} AND state = 'CHECKING'")
    int answered(@Param("id") long id, @Param("result") RealName.Result result, @Param("mismatches") int mismatches);

    @Update("UPDATE realname_check SET state = #{state}, last_result = #{result}, mismatches = #{mismatches},"
            + " attempts = attempts + 1, settled_at = #{now} WHERE id = #{id} AND state = 'CHECKING'")
    int settle(
            @Param("id") long id,
            @Param("state") RealName.State state,
            @Param("result") RealName.Result result,
            @Param("mismatches") int mismatches,
            @Param("now") Instant now);

    /** What is still asked about is not worth asking any more. */
    @Delete("DELETE FROM realname_check WHERE id = #{id} AND state = 'CHECKING'")
    int drop(long id);

    /** The pair's blind index stays: a pair that failed is not sent again. */
    @Update("UPDATE realname_check SET name = '', document_sealed = '' WHERE id = #{id}")
    int blank(long id);
}

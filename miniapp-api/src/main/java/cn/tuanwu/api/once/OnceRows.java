package cn.tuanwu.api.once;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface OnceRows {

    @Select("SELECT request_hash, answer FROM idempotency WHERE caller = #{caller} AND idem_key = #{key}")
    OnceRow find(@Param("caller") String caller, @Param("key") byte[] key);

    /** 1 when the key is new; 0 when it is taken. While another transaction holds it, this waits for that one's end. */
    @Insert("INSERT IGNORE INTO idempotency (caller, idem_key, request_hash, created_at)"
            + " VALUES (#{caller}, #{key}, #{content}, UTC_TIMESTAMP(3))")
    int insert(@Param("caller") String caller, @Param("key") byte[] key, @Param("content") byte[] content);

    @Update("UPDATE idempotency SET answer = #{answer} WHERE caller = #{caller} AND idem_key = #{key}")
    int answered(@Param("caller") String caller, @Param("key") byte[] key, @Param("answer") byte[] answer);

    @Delete("DELETE FROM idempotency WHERE caller = #{caller}")
    int forget(String caller);

    @Delete("DELETE FROM idempotency WHERE created_at < DATE_SUB(UTC_TIMESTAMP(3), INTERVAL #{days} DAY) LIMIT #{max}")
    int sweep(@Param("days") int days, @Param("max") int max);
}

package cn.tuanwu.access;

import java.time.Instant;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface SignInFailureRows {

    @Select("SELECT slowed_until FROM sign_in_failure WHERE who = #{who}")
    Instant slowedUntil(byte[] who);

    @Select("SELECT failures FROM sign_in_failure WHERE who = #{who}")
    int failures(byte[] who);

    @Insert("INSERT INTO sign_in_failure (who, failures, last_at) VALUES (#{who}, 1, #{now})"
            + " ON DUPLICATE KEY UPDATE failures = CASE WHEN last_at < #{stale} THEN 1 ELSE failures + 1 END,"
            + " last_at = VALUES(last_at)")
    void count(@Param("who") byte[] who, @Param("now") Instant now, @Param("stale") Instant stale);

    @Update("UPDATE sign_in_failure SET failures = failures - 1 WHERE who = #{who}")
    void uncount(byte[] who);

    @Delete("DELETE FROM sign_in_failure WHERE last_at < #{stale} LIMIT 2")
    void forget(Instant stale);

    @Update("UPDATE sign_in_failure SET slowed_until = #{until} WHERE who = #{who}")
    void slow(@Param("who") byte[] who, @Param("until") Instant until);

    @Delete("DELETE FROM sign_in_failure WHERE who = #{who}")
    void clear(byte[] who);
}

package cn.tuanwu.access;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface ConsoleTokenRows {

    @Insert("INSERT INTO console_token (hash, org_account_id, expires_at) VALUES (#{hash}, #{account}, #{until})")
    void insert(@Param("hash") byte[] hash, @Param("account") Long account, @Param("until") Instant until);

    /** The account it is for, 0 for the first accounts; empty when it is not good. */
    @Select("SELECT COALESCE(org_account_id, 0) FROM console_token"
            + " WHERE hash = #{hash} AND used_at IS NULL AND expires_at > #{now}")
    List<Long> purpose(@Param("hash") byte[] hash, @Param("now") Instant now);

    @Update(
            "UPDATE console_token SET used_at = #{now} WHERE hash = #{hash} AND used_at IS NULL AND expires_at > #{now}")
    int use(@Param("hash") byte[] hash, @Param("now") Instant now);

    @Delete("DELETE FROM console_token WHERE COALESCE(org_account_id, 0) = #{account}")
    void drop(long account);
}

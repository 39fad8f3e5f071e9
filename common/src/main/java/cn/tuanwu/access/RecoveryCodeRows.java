package cn.tuanwu.access;

import java.time.Instant;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Update;

@Mapper
interface RecoveryCodeRows {

    @Insert("INSERT INTO recovery_code (org_account_id, hash) VALUES (#{account}, #{hash})")
    void insert(@Param("account") long account, @Param("hash") byte[] hash);

    /** @return 0 when there is no such code, or it was used */
    @Update("UPDATE recovery_code SET used_at = #{now}"
            + " WHERE org_account_id = #{account} AND hash = #{hash} AND used_at IS NULL")
    int use(@Param("account") long account, @Param("hash") byte[] hash, @Param("now") Instant now);

    @Delete("DELETE FROM recovery_code WHERE org_account_id = #{account}")
    void drop(long account);
}

package cn.tuanwu.access;

import java.time.Instant;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface UseridRows {

    @Select("SELECT account_id FROM staff WHERE id = #{staff} AND wecom_userid IS NULL")
    Long accountToSeek(long staff);

    @Select("SELECT account_id FROM staff WHERE id = #{staff}")
    Long accountOf(long staff);

    @Update("UPDATE staff SET userid_missed_at = NULL WHERE id = #{staff}")
    int seek(long staff);

    @Update("UPDATE staff SET userid_missed_at = #{now} WHERE id = #{staff} AND wecom_userid IS NULL")
    int missed(@Param("staff") long staff, @Param("now") Instant now);

    @Update("UPDATE staff SET wecom_userid = #{userid}, userid_missed_at = NULL"
            + " WHERE id = #{staff} AND wecom_userid IS NULL")
    int bind(@Param("staff") long staff, @Param("userid") String userid);

    @Update("UPDATE staff SET account_id = #{account} WHERE id = #{staff} AND account_id IS NULL")
    int takeAccount(@Param("staff") long staff, @Param("account") long account);

    @Insert("INSERT IGNORE INTO roster (organisation_id, staff_id, role)"
            + " SELECT r.organisation_id, #{to}, r.role FROM roster r WHERE r.staff_id = #{from}")
    int bring(@Param("from") long from, @Param("to") long to);

    @Delete("DELETE FROM roster WHERE staff_id = #{staff}")
    int leaveAll(long staff);
}

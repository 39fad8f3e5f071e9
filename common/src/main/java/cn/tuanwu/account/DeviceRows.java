package cn.tuanwu.account;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.ConstructorArgs;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface DeviceRows {

    @Insert("INSERT INTO account_device (id, account_id, label, opened_at, seen_at)"
            + " VALUES (#{id}, #{account}, #{label}, #{now}, #{now})")
    void insert(
            @Param("id") long id,
            @Param("account") long account,
            @Param("label") String label,
            @Param("now") Instant now);

    /** Null when it was ended, or the account is gone. */
    @Select("SELECT d.seen_at FROM account_device d JOIN account a ON a.id = d.account_id"
            + " WHERE d.id = #{id} AND d.account_id = #{account} AND d.ended_at IS NULL")
    Instant seen(@Param("id") long id, @Param("account") long account);

    @Update("UPDATE account_device SET seen_at = #{now} WHERE id = #{id}")
    int see(@Param("id") long id, @Param("now") Instant now);

    @Select("SELECT id, label, opened_at, seen_at FROM account_device"
            + " WHERE account_id = #{account} AND ended_at IS NULL ORDER BY seen_at DESC, id DESC LIMIT 100")
    @ConstructorArgs({
        @Arg(column = "id", javaType = long.class),
        @Arg(column = "label", javaType = String.class),
        @Arg(column = "opened_at", javaType = Instant.class),
        @Arg(column = "seen_at", javaType = Instant.class)
    })
    List<DeviceDesk.Device> open(long account);

    @Update("UPDATE account_device SET ended_at = #{now}"
            + " WHERE id = #{id} AND account_id = #{account} AND ended_at IS NULL")
    int end(@Param("id") long id, @Param("account") long account, @Param("now") Instant now);

    @Update("UPDATE account_device SET ended_at = #{now} WHERE account_id = #{account} AND ended_at IS NULL")
    int endAll(@Param("account") long account, @Param("now") Instant now);

    @Delete("DELETE FROM account_device WHERE account_id = #{account} AND seen_at < #{before}")
    int forget(@Param("account") long account, @Param("before") Instant before);

    @Update("UPDATE account_device SET ended_at = #{now}"
            + " WHERE account_id = #{account} AND id <> #{kept} AND ended_at IS NULL")
    int endOthers(@Param("account") long account, @Param("kept") long kept, @Param("now") Instant now);

    @Delete("DELETE FROM account_device WHERE account_id = #{account}")
    int delete(long account);
}

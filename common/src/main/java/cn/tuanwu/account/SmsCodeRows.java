package cn.tuanwu.account;

import java.time.Instant;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface SmsCodeRows {
    String COLUMNS = "SELECT id, phone_sealed, code_sealed, tries, expires_at, used_at FROM sms_code ";

    @Insert("INSERT INTO sms_code (id, phone_blind, phone_sealed, code_sealed, expires_at, created_at)"
            + " VALUES (#{id}, #{index}, #{phone}, #{code}, #{expires}, #{now})")
    void insert(
            @Param("id") long id,
            @Param("index") byte[] index,
            @Param("phone") byte[] phone,
            @Param("code") byte[] code,
            @Param("expires") Instant expires,
            @Param("now") Instant now);

    @Select("SELECT COUNT(*) FROM sms_code WHERE phone_blind = #{index} AND created_at > #{since}")
    int since(@Param("index") byte[] index, @Param("since") Instant since);

    @Select(COLUMNS + "WHERE phone_blind = #{index} ORDER BY id DESC LIMIT 1")
    SmsCodeRow newest(byte[] index);

    @Select(COLUMNS + "WHERE id = #{id}")
    SmsCodeRow find(long id);

    @Update("UPDATE sms_code SET tries = tries + 1 WHERE id = #{id}")
    int tried(long id);

    @Update("UPDATE sms_code SET used_at = #{now} WHERE phone_blind = #{index} AND used_at IS NULL")
    int use(@Param("index") byte[] index, @Param("now") Instant now);
}

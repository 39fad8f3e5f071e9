package cn.tuanwu.account;

import java.time.Instant;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface SmsCodeRows {
    String COLUMNS = "SELECT id, phone_sealed, code_sealed, tries, expires_at, used_at FROM sms_code ";

    @Insert("INSERT INTO sms_code (id, phone_blind, phone_sealed, code_sealed, purpose, asked_from, expires_at,"
            + " created_at) VALUES (#{id}, #{index}, #{phone}, #{code}, #{purpose}, #{from}, #{expires}, #{now})")
    void insert(
            @Param("id") long id,
            @Param("index") byte[] index,
            @Param("phone") byte[] phone,
            @Param("code") byte[] code,
            @Param("purpose") SmsCodes.Purpose purpose,
            @Param("from") byte[] from,
            @Param("expires") Instant expires,
            @Param("now") Instant now);

    @Select("SELECT COUNT(*) FROM sms_code WHERE phone_blind = #{index} AND created_at > #{since}")
    int since(@Param("index") byte[] index, @Param("since") Instant since);

    @Select("SELECT COUNT(*) FROM sms_code WHERE asked_from = #{from} AND created_at > #{since}")
    int from(@Param("from") byte[] from, @Param("since") Instant since);

    /** Lets the asker through when the last one was long enough ago; holds everybody else up until the transaction ends. */
    @Insert("INSERT INTO sms_pace (who, last_at, asker) VALUES (#{who}, #{now}, #{asker}) ON DUPLICATE KEY UPDATE"
            + " asker = CASE WHEN last_at <= #{before} THEN VALUES(asker) ELSE asker END,"
            + " last_at = CASE WHEN asker = VALUES(asker) THEN VALUES(last_at) ELSE last_at END")
    void ask(
            @Param("who") byte[] who,
            @Param("asker") long asker,
            @Param("now") Instant now,
            @Param("before") Instant before);

    @Select("SELECT asker FROM sms_pace WHERE who = #{who}")
    long letThrough(byte[] who);

    @Select(COLUMNS + "WHERE phone_blind = #{index} AND purpose = #{purpose} ORDER BY id DESC LIMIT 1")
    SmsCodeRow newest(@Param("index") byte[] index, @Param("purpose") SmsCodes.Purpose purpose);

    @Select(COLUMNS + "WHERE id = #{id}")
    SmsCodeRow find(long id);

    @Update("UPDATE sms_code SET tries = tries + 1 WHERE id = #{id}")
    int tried(long id);

    @Update("UPDATE sms_code SET used_at = #{now}"
            + " WHERE phone_blind = #{index} AND purpose = #{purpose} AND used_at IS NULL")
    int use(@Param("index") byte[] index, @Param("purpose") SmsCodes.Purpose purpose, @Param("now") Instant now);

    @Delete("DELETE FROM sms_code WHERE phone_blind = #{index}")
    int forget(byte[] index);

    @Delete("DELETE FROM sms_pace WHERE who = #{index}")
    int forgetPace(byte[] index);
}

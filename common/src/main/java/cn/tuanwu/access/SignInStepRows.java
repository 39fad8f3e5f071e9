package cn.tuanwu.access;

import java.time.Instant;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface SignInStepRows {

    @Insert("INSERT INTO sign_in_step (ticket, who, stage, expires_at) VALUES (#{ticket}, #{who}, #{stage}, #{until})")
    void insert(
            @Param("ticket") byte[] ticket,
            @Param("who") String who,
            @Param("stage") SignInSteps.Stage stage,
            @Param("until") Instant until);

    @Select("SELECT ticket, who, stage, secret_sealed FROM sign_in_step"
            + " WHERE ticket = #{ticket} AND stage = #{stage} AND expires_at > #{now}")
    SignInStepRow find(
            @Param("ticket") byte[] ticket, @Param("stage") SignInSteps.Stage stage, @Param("now") Instant now);

    @Update("UPDATE sign_in_step SET secret_sealed = #{sealed} WHERE ticket = #{ticket}")
    void keepSecret(@Param("ticket") byte[] ticket, @Param("sealed") byte[] sealed);

    /** @return 0 when it was used before */
    @Delete("DELETE FROM sign_in_step WHERE ticket = #{ticket}")
    int use(byte[] ticket);

    @Delete("DELETE FROM sign_in_step WHERE who = #{who}")
    void dropAll(String who);

    @Delete("DELETE FROM sign_in_step WHERE expires_at < #{now} LIMIT 3")
    void forget(Instant now);
}

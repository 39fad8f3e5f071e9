package cn.tuanwu.access;

import java.time.Instant;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface TakeOverRows {

    @Insert("INSERT INTO take_over_code (id, organisation_id, code_blind, issued_by, issued_at, expires_at)"
            + " VALUES (#{id}, #{organisation}, #{code}, #{by}, #{now}, #{expires})")
    void insert(
            @Param("id") long id,
            @Param("organisation") long organisation,
            @Param("code") byte[] code,
            @Param("by") String by,
            @Param("now") Instant now,
            @Param("expires") Instant expires);

    @Select("SELECT organisation_id FROM take_over_code"
            + " WHERE code_blind = #{code} AND ended_at IS NULL AND expires_at > #{now}")
    Long organisationOf(@Param("code") byte[] code, @Param("now") Instant now);

    /** @return 0 when somebody else was quicker */
    @Update("UPDATE take_over_code SET ended_at = #{now}, used_by = #{account}"
            + " WHERE code_blind = #{code} AND ended_at IS NULL AND expires_at > #{now}")
    int use(@Param("code") byte[] code, @Param("account") long account, @Param("now") Instant now);

    @Update("UPDATE take_over_code SET ended_at = #{now} WHERE live_organisation = #{organisation}")
    int endAll(@Param("organisation") long organisation, @Param("now") Instant now);

    @Update("UPDATE org_account SET ended_at = #{now}"
            + " WHERE organisation_id = #{organisation} AND role = 'ADMIN' AND ended_at IS NULL")
    int endAdmins(@Param("organisation") long organisation, @Param("now") Instant now);

    @Insert("INSERT INTO org_account (id, organisation_id, login, password_hash, role)"
            + " VALUES (#{id}, #{organisation}, #{login}, #{hash}, 'ADMIN')")
    void insertAdmin(
            @Param("id") long id,
            @Param("organisation") long organisation,
            @Param("login") String login,
            @Param("hash") String hash);
}

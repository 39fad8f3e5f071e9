package cn.tuanwu.access;

import java.time.Instant;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface OrgAccountRows {
    String COLUMNS = "SELECT id, organisation_id, password_hash, failures, slowed_until FROM org_account ";

    @Select(COLUMNS + "WHERE login = #{login}")
    OrgAccountRow byLogin(String login);

    @Select(COLUMNS + "WHERE id = #{id}")
    OrgAccountRow byId(long id);

    @Update("UPDATE org_account SET failures = failures + 1, slowed_until = #{until} WHERE id = #{id}")
    int failed(@Param("id") long id, @Param("until") Instant until);

    @Update("UPDATE org_account SET failures = 0, slowed_until = NULL WHERE id = #{id}")
    int cleared(long id);
}

package cn.tuanwu.access;

import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface OrgAccountRows {
    String COLUMNS = "SELECT id, organisation_id, password_hash, role FROM org_account ";

    @Select(COLUMNS + "WHERE live_login = #{login}")
    OrgAccountRow byLogin(String login);

    @Select(COLUMNS + "WHERE id = #{id} AND ended_at IS NULL")
    OrgAccountRow byId(long id);
}

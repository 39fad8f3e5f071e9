package cn.tuanwu.access;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface OrgAccountRows {
    String COLUMNS = "SELECT id, organisation_id, login, password_hash, role, factor_sealed, factor_step, locked_at"
            + " FROM org_account ";

    @Select(COLUMNS + "WHERE live_login = #{login}")
    OrgAccountRow byLogin(String login);

    @Select(COLUMNS + "WHERE id = #{id} AND ended_at IS NULL")
    OrgAccountRow byId(long id);

    @Select("SELECT COUNT(*) FROM org_account")
    long count();

    @Select("SELECT a.id, a.organisation_id, a.login, a.password_hash, a.role, a.factor_sealed, a.factor_step,"
            + " a.locked_at FROM (SELECT o.id FROM org_account o JOIN organisation p ON p.id = o.organisation_id"
            + " WHERE p.path LIKE #{prefix} AND o.ended_at IS NULL AND o.id > #{after} ORDER BY o.id LIMIT #{most}) page"
            + " JOIN org_account a ON a.id = page.id ORDER BY a.id")
    List<OrgAccountRow> within(@Param("prefix") String prefix, @Param("after") long after, @Param("most") int most);

    @Insert("INSERT INTO org_account (id, organisation_id, login, password_hash, role)"
            + " VALUES (#{id}, #{organisation}, #{login}, #{hash}, #{role})")
    void insert(
            @Param("id") long id,
            @Param("organisation") long organisation,
            @Param("login") String login,
            @Param("hash") String hash,
            @Param("role") Seat.Role role);

    /** @return 0 when it has one already */
    @Update("UPDATE org_account SET factor_sealed = #{sealed}, factor_step = #{step}"
            + " WHERE id = #{id} AND factor_sealed IS NULL")
    int enrol(@Param("id") long id, @Param("sealed") byte[] sealed, @Param("step") long step);

    /** @return 0 when a code of this step or a later one was used before */
    @Update("UPDATE org_account SET factor_step = #{step} WHERE id = #{id} AND factor_step < #{step}")
    int useStep(@Param("id") long id, @Param("step") long step);

    @Update("UPDATE org_account SET factor_sealed = NULL, factor_step = 0 WHERE id = #{id}")
    void dropFactor(long id);

    @Update("UPDATE org_account SET password_hash = #{hash} WHERE id = #{id}")
    void setPassword(@Param("id") long id, @Param("hash") String hash);

    @Update("UPDATE org_account SET role = #{role} WHERE id = #{id} AND role <> #{role}")
    int setRole(@Param("id") long id, @Param("role") Seat.Role role);

    @Update("UPDATE org_account SET locked_at = #{now} WHERE id = #{id} AND locked_at IS NULL")
    int lock(@Param("id") long id, @Param("now") Instant now);

    @Update("UPDATE org_account SET locked_at = NULL WHERE id = #{id} AND locked_at IS NOT NULL")
    int unlock(long id);
}

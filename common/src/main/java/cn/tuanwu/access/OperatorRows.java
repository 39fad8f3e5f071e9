package cn.tuanwu.access;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface OperatorRows {
    String PLACES = "SELECT r.organisation_id, r.staff_id, r.role, s.name, s.account_id, s.wecom_userid,"
            + " s.userid_missed_at FROM roster r JOIN staff s ON s.id = r.staff_id ";

    @Select(PLACES + "WHERE r.organisation_id = #{organisation} ORDER BY r.staff_id LIMIT #{limit}")
    List<OperatorRow> of(@Param("organisation") long organisation, @Param("limit") int limit);

    @Select(PLACES + "WHERE r.organisation_id = #{organisation} AND r.staff_id = #{staff}")
    OperatorRow find(@Param("organisation") long organisation, @Param("staff") long staff);

    @Select(PLACES + "WHERE r.staff_id = #{staff} ORDER BY r.organisation_id")
    List<OperatorRow> placesOf(long staff);

    /** In the order of the tree, so that the path's index finds where the last page ended. */
    @Select("SELECT r.organisation_id, r.staff_id, r.role, s.name, s.account_id, s.wecom_userid, s.userid_missed_at"
            + " FROM organisation o JOIN roster r ON r.organisation_id = o.id JOIN staff s ON s.id = r.staff_id"
            + " WHERE o.path LIKE #{prefix} AND o.path >= #{path} AND (o.path > #{path} OR r.staff_id > #{staff})"
            + " ORDER BY o.path, r.staff_id LIMIT #{limit}")
    List<OperatorRow> within(
            @Param("prefix") String prefix,
            @Param("path") String path,
            @Param("staff") long staff,
            @Param("limit") int limit);

    /** 0 when they have a place there already. */
    @Insert("INSERT IGNORE INTO roster (organisation_id, staff_id, role) VALUES (#{organisation}, #{staff}, #{role})")
    int add(@Param("organisation") long organisation, @Param("staff") long staff, @Param("role") Seat.Role role);

    @Update("UPDATE roster SET role = #{to}"
            + " WHERE organisation_id = #{organisation} AND staff_id = #{staff} AND role = #{from}")
    int change(
            @Param("organisation") long organisation,
            @Param("staff") long staff,
            @Param("from") Seat.Role from,
            @Param("to") Seat.Role to);

    @Delete("DELETE FROM roster WHERE organisation_id = #{organisation} AND staff_id = #{staff} AND role = #{role}")
    int remove(@Param("organisation") long organisation, @Param("staff") long staff, @Param("role") Seat.Role role);

    @Insert("INSERT INTO staff (id, name, account_id) VALUES (#{id}, #{name}, #{account})"
            + " ON DUPLICATE KEY UPDATE account_id = account_id")
    void enter(@Param("id") long id, @Param("name") String name, @Param("account") long account);

    @Update("UPDATE staff SET account_id = NULL WHERE id = #{staff} AND account_id = #{account}")
    int leaveAccount(@Param("staff") long staff, @Param("account") long account);

    /** The row stays for the audit's number, and names nobody. */
    @Update("UPDATE staff SET account_id = NULL, name = '已注销', wecom_userid = NULL, userid_missed_at = NULL"
            + " WHERE id = #{staff} AND account_id = #{account}")
    int unname(@Param("staff") long staff, @Param("account") long account);

    @Select("SELECT id FROM staff WHERE account_id = #{account}")
    Long staffOf(long account);
}

package cn.tuanwu.form;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.ConstructorArgs;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface ReminderRows {

    /** Branches with something due that nobody was reminded of this week. */
    @Select("SELECT c.organisation_id FROM form_count c JOIN organisation o ON o.id = c.organisation_id"
            + " AND o.kind = 'BRANCH' WHERE c.state = 'MISSING' AND c.due <= #{soon} AND c.organisation_id > #{after}"
            + " AND NOT EXISTS (SELECT 1 FROM form_reminder r WHERE r.branch_id = c.organisation_id AND r.week = #{week})"
            + " GROUP BY c.organisation_id HAVING SUM(c.members) > 0 ORDER BY c.organisation_id LIMIT #{most}")
    List<Long> due(
            @Param("soon") LocalDate soon,
            @Param("week") LocalDate week,
            @Param("after") long after,
            @Param("most") int most);

    @Insert("INSERT INTO form_reminder (branch_id, week, staff_id) VALUES (#{branch}, #{week}, #{staff})")
    void insert(@Param("branch") long branch, @Param("week") LocalDate week, @Param("staff") long staff);

    @Select("SELECT COUNT(DISTINCT r.branch_id) AS branches, MIN(o.name) AS branch,"
            + " COALESCE(SUM(CASE WHEN c.due < #{today} THEN c.members ELSE 0 END), 0) AS overdue,"
            + " COALESCE(SUM(CASE WHEN c.due >= #{today} THEN c.members ELSE 0 END), 0) AS soon"
            + " FROM form_reminder r JOIN organisation o ON o.id = r.branch_id"
            + " JOIN form_count c ON c.organisation_id = r.branch_id AND c.state = 'MISSING' AND c.due <= #{soon}"
            + " AND c.members <> 0 WHERE r.staff_id = #{staff} AND r.week = #{week}")
    @ConstructorArgs({
        @Arg(column = "branches", javaType = int.class),
        @Arg(column = "branch", javaType = String.class),
        @Arg(column = "overdue", javaType = long.class),
        @Arg(column = "soon", javaType = long.class)
    })
    ReminderDesk.Due open(
            @Param("staff") long staff,
            @Param("week") LocalDate week,
            @Param("today") LocalDate today,
            @Param("soon") LocalDate soon);
}

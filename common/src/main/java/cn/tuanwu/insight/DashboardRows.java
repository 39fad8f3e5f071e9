package cn.tuanwu.insight;

import cn.tuanwu.insight.Dashboard.Age;
import cn.tuanwu.insight.Dashboard.Below;
import cn.tuanwu.insight.Dashboard.Day;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.ConstructorArgs;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface DashboardRows {

    @Insert(
            "INSERT INTO dashboard_day (branch_id, day, submitted, approved)"
                    + " VALUES (#{branch}, #{day}, #{submitted}, #{approved})"
                    + " ON DUPLICATE KEY UPDATE submitted = submitted + VALUES(submitted), approved = approved + VALUES(approved)")
    void count(
            @Param("branch") long branch,
            @Param("day") LocalDate day,
            @Param("submitted") int submitted,
            @Param("approved") int approved);

    /** Days without anything are left out. */
    @Select("SELECT d.day, SUM(d.submitted) AS submitted, SUM(d.approved) AS approved FROM dashboard_day d"
            + " JOIN organisation o ON o.id = d.branch_id"
            + " WHERE d.day >= #{from} AND o.path LIKE CONCAT(#{path}, '%') GROUP BY d.day ORDER BY d.day")
    @ConstructorArgs({
        @Arg(column = "day", javaType = LocalDate.class),
        @Arg(column = "submitted", javaType = long.class),
        @Arg(column = "approved", javaType = long.class)
    })
    List<Day> days(@Param("path") String path, @Param("from") LocalDate from);

    @Select("SELECT COALESCE(SUM(t.opened_at > #{aDayAgo}), 0) AS fresh,"
            + " COALESCE(SUM(t.opened_at <= #{aDayAgo} AND t.opened_at > #{threeDaysAgo}), 0) AS waiting,"
            + " COALESCE(SUM(t.opened_at <= #{threeDaysAgo}), 0) AS late FROM review_task t"
            + " JOIN organisation o ON o.id = t.branch_id"
            + " WHERE t.state = 'OPEN' AND o.path LIKE CONCAT(#{path}, '%')")
    @ConstructorArgs({
        @Arg(column = "fresh", javaType = long.class),
        @Arg(column = "waiting", javaType = long.class),
        @Arg(column = "late", javaType = long.class)
    })
    Age age(@Param("path") String path, @Param("aDayAgo") Instant aDayAgo, @Param("threeDaysAgo") Instant threeDaysAgo);

    /** Of what waits; no provider checks overseas documents: no row means failed. */
    @Select("SELECT COUNT(*) FROM review_task t JOIN organisation o ON o.id = t.branch_id"
            + " JOIN registration r ON r.id = t.registration_id"
            + " LEFT JOIN realname_check c ON c.id = r.realname_id"
            + " WHERE t.state = 'OPEN' AND t.kind = 'REGISTRATION' AND o.path LIKE CONCAT(#{path}, '%')"
            + " AND COALESCE(c.state, 'FAILED') = 'FAILED'")
    long failedChecks(String path);

    /** The organisations right below, and what stands below each of them; an organisation without any is there too. */
    @Select("SELECT b.id, b.short_name,"
            + " (SELECT COALESCE(SUM(c.members), 0) FROM member_count c WHERE c.organisation_id = b.id"
            + "   AND c.state IN ('APPROVED', 'EDIT_PENDING', 'EDIT_RETURNED')) AS registered,"
            + " (SELECT COUNT(*) FROM organisation o JOIN review_task t ON t.branch_id = o.id AND t.state = 'OPEN'"
            + "   WHERE o.path LIKE CONCAT(b.path, '%')) AS pending"
            + " FROM organisation b WHERE b.parent_id = #{parent} AND b.state = 'OPEN' ORDER BY b.code LIMIT 200")
    @ConstructorArgs({
        @Arg(column = "id", javaType = long.class),
        @Arg(column = "short_name", javaType = String.class),
        @Arg(column = "registered", javaType = long.class),
        @Arg(column = "pending", javaType = long.class)
    })
    List<Below> below(long parent);
}

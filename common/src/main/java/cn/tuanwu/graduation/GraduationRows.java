package cn.tuanwu.graduation;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface GraduationRows {
    String APPROVED = " state IN ('APPROVED', 'EDIT_PENDING', 'EDIT_RETURNED')";
    String SUBTREE = " FROM organisation o LEFT JOIN graduation g ON g.branch_id = o.id"
            + " WHERE o.path LIKE #{prefix} AND o.kind = 'BRANCH' AND o.state = 'OPEN'";

    /** In the order of the tree. */
    @Select("<script>SELECT o.id, o.name, o.code, o.path, g.month, g.none, g.marked_name, g.marked_at" + SUBTREE
            + "<if test='which != null and which.name() == \"UNMARKED\"'> AND g.branch_id IS NULL</if>"
            + "<if test='which != null and which.name() == \"MONTH\"'> AND g.month IS NOT NULL</if>"
            + "<if test='which != null and which.name() == \"WITHOUT\"'> AND g.none IS NOT NULL</if>"
            + "<if test='name != null'> AND (o.name LIKE #{name} OR o.short_name LIKE #{name})</if>"
            + " AND o.path > #{after} ORDER BY o.path LIMIT #{most}</script>")
    List<BranchRow> branches(
            @Param("prefix") String prefix,
            @Param("which") Graduation.Which which,
            @Param("name") String name,
            @Param("after") String after,
            @Param("most") int most);

    @Select("SELECT COUNT(*) AS branches, COALESCE(SUM(g.branch_id IS NULL), 0) AS unmarked,"
            + " COALESCE(SUM(g.none IS NOT NULL), 0) AS without" + SUBTREE)
    Tally counts(String prefix);

    @Select("<script>SELECT branch_id AS id, COUNT(*) AS members FROM registration WHERE" + APPROVED
            + " AND branch_id IN <foreach collection='ids' item='id' open='(' separator=',' close=')'>#{id}</foreach>"
            + " GROUP BY branch_id</script>")
    List<BranchRow> members(@Param("ids") List<Long> ids);

    @Insert("INSERT INTO graduation (branch_id, month, none, marked_name, marked_at)"
            + " VALUES (#{branch}, #{month}, #{none}, #{by}, #{now})"
            + " ON DUPLICATE KEY UPDATE month = #{month}, none = #{none}, marked_name = #{by}, marked_at = #{now}")
    void mark(
            @Param("branch") long branch,
            @Param("month") String month,
            @Param("none") Graduation.None none,
            @Param("by") String by,
            @Param("now") Instant now);

    @Delete("DELETE FROM graduation WHERE branch_id = #{branch}")
    void unmark(long branch);

    @Insert("INSERT INTO graduation_mark (registration_id, branch_id, kind, month, marked_name, marked_at)"
            + " VALUES (#{registration}, #{branch}, #{kind}, #{month}, #{by}, #{now})"
            + " ON DUPLICATE KEY UPDATE branch_id = #{branch}, kind = #{kind}, month = #{month}, marked_name = #{by},"
            + " marked_at = #{now}")
    void except(
            @Param("registration") long registration,
            @Param("branch") long branch,
            @Param("kind") Graduation.Mark kind,
            @Param("month") String month,
            @Param("by") String by,
            @Param("now") Instant now);

    @Delete("DELETE FROM graduation_mark WHERE registration_id = #{registration}")
    void exceptNoMore(long registration);

    /** Marks go with the members of a branch that was merged. */
    @Update("UPDATE graduation_mark SET branch_id = #{into} WHERE branch_id = #{from}")
    void moveMarks(@Param("from") long from, @Param("into") long into);

    /** Where an approved member is; null: there is none such. */
    @Select("SELECT branch_id FROM registration WHERE id = #{registration} AND" + APPROVED)
    Long branchOf(long registration);

    class Tally {
        int branches;
        int unmarked;
        int without;
    }
}

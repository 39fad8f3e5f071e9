package cn.tuanwu.intake;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface IntakeRows {

    @Insert("INSERT INTO intake (id, actor, organisation_id, state, created_at)"
            + " VALUES (#{id}, #{actor}, #{organisation}, 'CHECKING', UTC_TIMESTAMP(3))")
    void insert(@Param("id") long id, @Param("actor") String actor, @Param("organisation") long organisation);

    @Insert("<script>INSERT INTO intake_line (intake_id, line_no, state, cells_sealed) VALUES"
            + "<foreach collection='lines' item='l' separator=','>(#{id}, #{l.lineNo}, 'NEW', #{l.cellsSealed})"
            + "</foreach></script>")
    void insertLines(@Param("id") long id, @Param("lines") List<IntakeLineRow> lines);

    @Select("SELECT id, actor, organisation_id, state FROM intake WHERE id = #{id}")
    IntakeRow find(long id);

    @Update("UPDATE intake SET state = #{to} WHERE id = #{id} AND state = #{from}")
    int move(@Param("id") long id, @Param("from") Intake.State from, @Param("to") Intake.State to);

    @Select("SELECT line_no, state, cells_sealed, fault FROM intake_line WHERE intake_id = #{id} AND line_no > #{after}"
            + " ORDER BY line_no LIMIT 200")
    List<IntakeLineRow> lines(@Param("id") long id, @Param("after") int after);

    @Select("SELECT state, COUNT(*) AS counted FROM intake_line WHERE intake_id = #{id} GROUP BY state")
    List<IntakeLineRow> counts(long id);

    @Select("SELECT line_no, fault FROM intake_line WHERE intake_id = #{id} AND fault IS NOT NULL ORDER BY line_no"
            + " LIMIT #{most}")
    List<IntakeLineRow> faults(@Param("id") long id, @Param("most") int most);

    @Update("UPDATE intake_line SET state = #{state}, fault = #{fault} WHERE intake_id = #{id} AND line_no = #{line}"
            + " AND state IN ('NEW', 'GOOD', 'BAD')")
    int judged(
            @Param("id") long id, @Param("line") int line, @Param("state") String state, @Param("fault") String fault);

    /** Of two that bring one line in at once, the database lets one. */
    @Update("UPDATE intake_line SET state = 'DONE' WHERE intake_id = #{id} AND line_no = #{line} AND state = 'GOOD'")
    int take(@Param("id") long id, @Param("line") int line);

    @Update("UPDATE intake_line SET registration_id = #{registration} WHERE intake_id = #{id} AND line_no = #{line}")
    void became(@Param("id") long id, @Param("line") int line, @Param("registration") long registration);

    @Select(
            "SELECT id FROM organisation WHERE kind = 'BRANCH' AND state = 'OPEN' AND path LIKE #{prefix} AND (name = #{typed}"
                    + " OR short_name = #{typed} OR CONVERT(code USING utf8mb4) = #{typed}) LIMIT 2")
    List<Long> branches(@Param("prefix") String prefix, @Param("typed") String typed);

    @Select("SELECT id FROM intake WHERE created_at < DATE_SUB(UTC_TIMESTAMP(3), INTERVAL #{days} DAY) LIMIT 20")
    List<Long> olderThan(int days);

    @Delete("DELETE FROM intake_line WHERE intake_id = #{id}")
    void forgetLines(long id);

    @Delete("DELETE FROM intake_line WHERE registration_id = #{registration}")
    void erase(long registration);

    @Delete("DELETE FROM intake WHERE id = #{id}")
    void forget(long id);
}

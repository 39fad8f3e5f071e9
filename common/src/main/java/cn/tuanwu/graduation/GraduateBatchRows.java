package cn.tuanwu.graduation;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface GraduateBatchRows {
    @Insert("INSERT INTO graduate_batch (id, actor, organisation_id, state, wish_sealed, created_at)"
            + " VALUES (#{id}, #{actor}, #{organisation}, 'CHECKING', #{wish}, UTC_TIMESTAMP(3))")
    void insert(
            @Param("id") long id,
            @Param("actor") String actor,
            @Param("organisation") long organisation,
            @Param("wish") byte[] wish);

    @Insert("<script>INSERT INTO graduate_line (batch_id, line_no, state, cells_sealed, registration_id) VALUES"
            + "<foreach collection='lines' item='l' separator=','>"
            + "(#{id}, #{l.lineNo}, 'NEW', #{l.cellsSealed}, #{l.registrationId})</foreach></script>")
    void insertLines(@Param("id") long id, @Param("lines") List<GraduateLineRow> lines);

    /** How many of these are in a subtree. */
    @Select("<script>SELECT COUNT(*) FROM registration r JOIN organisation o ON o.id = r.branch_id"
            + " WHERE o.path LIKE #{prefix} AND r.id IN"
            + " <foreach collection='ids' item='id' open='(' separator=',' close=')'>#{id}</foreach></script>")
    int within(@Param("prefix") String prefix, @Param("ids") List<Long> registrations);

    @Select("SELECT * FROM graduate_batch WHERE id = #{id}")
    GraduateBatchRow find(long id);

    @Select("SELECT * FROM graduate_batch WHERE actor = #{actor} AND organisation_id = #{organisation}"
            + " ORDER BY id DESC LIMIT #{most}")
    List<GraduateBatchRow> of(
            @Param("actor") String actor, @Param("organisation") long organisation, @Param("most") int most);

    @Update("UPDATE graduate_batch SET state = #{to} WHERE id = #{id} AND state = #{from}")
    int move(@Param("id") long id, @Param("from") GraduateBatch.State from, @Param("to") GraduateBatch.State to);

    @Select("SELECT line_no, state, cells_sealed, registration_id FROM graduate_line"
            + " WHERE batch_id = #{id} AND line_no > #{after} ORDER BY line_no LIMIT 200")
    List<GraduateLineRow> lines(@Param("id") long id, @Param("after") int after);

    @Select("SELECT state, COUNT(*) AS counted FROM graduate_line WHERE batch_id = #{id} GROUP BY state")
    List<GraduateLineRow> counts(long id);

    @Select("SELECT code, MIN(fault) AS fault, COUNT(*) AS counted FROM graduate_line WHERE batch_id = #{id}"
            + " AND code IS NOT NULL GROUP BY code ORDER BY counted DESC, code")
    List<GraduateLineRow> blockers(long id);

    @Select("SELECT l.line_no, l.state, l.cells_sealed, l.registration_id, l.code, l.fault, r.name, r.document_sealed,"
            + " o.name AS branch_name FROM graduate_line l LEFT JOIN registration r ON r.id = l.registration_id"
            + " LEFT JOIN organisation o ON o.id = r.branch_id"
            + " WHERE l.batch_id = #{id} AND l.line_no > #{after} ORDER BY l.line_no LIMIT 200")
    List<GraduateLineRow> reports(@Param("id") long id, @Param("after") int after);

    /** Whom a line of a sheet is about; a member twice in one sheet is refused by the unique key. */
    @Update("UPDATE graduate_line SET registration_id = #{registration} WHERE batch_id = #{id} AND line_no = #{line}")
    void about(@Param("id") long id, @Param("line") int line, @Param("registration") Long registration);

    @Update("UPDATE graduate_line SET state = #{state}, code = #{code}, fault = #{fault}"
            + " WHERE batch_id = #{id} AND line_no = #{line} AND state IN ('NEW', 'GOOD', 'BAD')")
    int judged(
            @Param("id") long id,
            @Param("line") int line,
            @Param("state") GraduateBatch.LineState state,
            @Param("code") String code,
            @Param("fault") String fault);

    /** Of two that start one line at once, the database lets one; nobody starts what was cancelled. */
    @Update("UPDATE graduate_line l JOIN graduate_batch b ON b.id = l.batch_id SET l.state = 'STARTED'"
            + " WHERE l.batch_id = #{id} AND l.line_no = #{line} AND l.state = 'GOOD' AND b.state = 'CONFIRMED'")
    int take(@Param("id") long id, @Param("line") int line);

    @Update("UPDATE graduate_line SET transfer_id = #{transfer} WHERE batch_id = #{id} AND line_no = #{line}")
    void became(@Param("id") long id, @Param("line") int line, @Param("transfer") long transfer);

    @Select(
            "SELECT id FROM graduate_batch WHERE created_at < DATE_SUB(UTC_TIMESTAMP(3), INTERVAL #{days} DAY) LIMIT 20")
    List<Long> olderThan(int days);

    @Delete("DELETE FROM graduate_line WHERE batch_id = #{id}")
    void forgetLines(long id);

    /** A second line about a member names nobody: in a batch with the member all such lines go, none of them would start. */
    @Delete("DELETE t FROM graduate_line t JOIN graduate_line l ON l.batch_id = t.batch_id"
            + " WHERE l.registration_id = #{registration} AND t.registration_id IS NULL AND t.code = #{code}")
    void eraseTwice(@Param("registration") long registration, @Param("code") String code);

    @Delete("DELETE FROM graduate_line WHERE registration_id = #{registration}")
    void erase(long registration);

    @Delete("DELETE FROM graduate_batch WHERE id = #{id}")
    void forget(long id);
}

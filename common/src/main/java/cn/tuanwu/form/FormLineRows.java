package cn.tuanwu.form;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface FormLineRows {

    /** Two moves of one registration write its lines one after the other. */
    @Select("SELECT id FROM registration WHERE id = #{id} FOR UPDATE")
    Long lock(long id);

    /** Only of a member: whoever is not approved lacks nothing. */
    @Select("SELECT r.id AS registration_id, r.branch_id, r.name, r.join_month, r.decided_at,"
            + " CASE WHEN EXISTS (SELECT 1 FROM form w WHERE w.waiting_of = r.id) THEN 'WAITING'"
            + " WHEN EXISTS (SELECT 1 FROM form f WHERE f.formal_of = r.id) THEN 'FORMAL' ELSE 'MISSING' END AS state"
            + " FROM registration r WHERE r.id = #{id} AND r.branch_id IS NOT NULL"
            + " AND r.state IN ('APPROVED', 'EDIT_PENDING', 'EDIT_RETURNED')")
    LineRow current(long id);

    /** Held until the end of the transaction: the branch is not moved meanwhile. */
    @Select("SELECT path FROM organisation WHERE id = #{branch} LOCK IN SHARE MODE")
    String path(long branch);

    @Select("SELECT organisation_id, state, due FROM form_line WHERE registration_id = #{id}")
    List<CountRow> places(long id);

    @Insert("<script>INSERT INTO form_line (organisation_id, registration_id, state, due, name) VALUES"
            + "<foreach collection='organisations' item='organisation' separator=','>(#{organisation}, #{l.registrationId},"
            + " #{l.state}, #{l.due}, #{l.name})</foreach>"
            + " ON DUPLICATE KEY UPDATE state = VALUES(state), due = VALUES(due), name = VALUES(name)</script>")
    void put(@Param("organisations") Collection<Long> organisations, @Param("l") LineRow line);

    @Delete(
            "<script>DELETE FROM form_line WHERE registration_id = #{id} AND organisation_id IN"
                    + "<foreach collection='organisations' item='one' open='(' separator=',' close=')'>#{one}</foreach></script>")
    void remove(@Param("id") long id, @Param("organisations") Collection<Long> organisations);

    /** The rows are locked in the order they are given in: always the same. */
    @Insert("<script>INSERT INTO form_count (organisation_id, state, due, slot, members) VALUES"
            + "<foreach collection='changes' item='c' separator=','>"
            + "(#{c.organisationId}, #{c.state}, #{c.due}, #{slot}, #{c.members})</foreach>"
            + " ON DUPLICATE KEY UPDATE members = members + VALUES(members)</script>")
    void count(@Param("slot") int slot, @Param("changes") List<CountRow> changes);

    /** Everybody of one subtree stands in another place from now on as well. */
    @Insert("INSERT INTO form_line (organisation_id, registration_id, state, due, name)"
            + " SELECT #{place}, registration_id, state, due, name FROM form_line m WHERE m.organisation_id = #{of}")
    void enter(@Param("place") long place, @Param("of") long of);

    @Delete("DELETE l FROM form_line l JOIN form_line m ON m.registration_id = l.registration_id"
            + " AND m.organisation_id = #{of} WHERE l.organisation_id = #{place}")
    void leave(@Param("place") long place, @Param("of") long of);

    @Select("SELECT organisation_id, state, due, slot, members FROM form_count WHERE organisation_id = #{organisation}"
            + " AND members <> 0 ORDER BY state, due, slot")
    List<CountRow> counts(long organisation);

    @Insert("<script>INSERT INTO form_count (organisation_id, state, due, slot, members) VALUES"
            + "<foreach collection='changes' item='c' separator=','>"
            + "(#{place}, #{c.state}, #{c.due}, #{c.slot}, #{sign} * #{c.members})</foreach>"
            + " ON DUPLICATE KEY UPDATE members = members + VALUES(members)</script>")
    void shift(@Param("place") long place, @Param("sign") int sign, @Param("changes") List<CountRow> changes);

    @Update("UPDATE form_count SET members = 0 WHERE organisation_id = #{organisation}")
    void none(long organisation);

    @Delete("DELETE FROM form_line WHERE organisation_id = #{organisation}")
    void clear(long organisation);
}

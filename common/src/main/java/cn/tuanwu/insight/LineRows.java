package cn.tuanwu.insight;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface LineRows {

    /** Two moves of one registration write its lines one after the other. */
    @Select("SELECT id FROM registration WHERE id = #{id} FOR UPDATE")
    Long lock(long id);

    @Select("SELECT r.id AS registration_id, r.branch_id, r.state, COALESCE(c.state, 'FAILED') AS real_name,"
            + " r.full_time_education AS education, r.ethnicity, r.political, r.join_month, r.submitted_at, r.name"
            + " FROM registration r LEFT JOIN realname_check c ON c.id = r.realname_id"
            + " WHERE r.id = #{id} AND r.branch_id IS NOT NULL AND r.state <> 'DRAFT'")
    LineRow current(long id);

    /** Held until the end of the transaction: the branch is not moved meanwhile. */
    @Select("SELECT path FROM organisation WHERE id = #{branch} LOCK IN SHARE MODE")
    String path(long branch);

    @Select("SELECT organisation_id, state FROM member_line WHERE registration_id = #{id}")
    List<CountRow> places(long id);

    @Insert("<script>INSERT INTO member_line (organisation_id, registration_id, state, real_name, education, ethnicity,"
            + " political, join_month, submitted_at, name) VALUES"
            + "<foreach collection='organisations' item='organisation' separator=','>(#{organisation}, #{l.registrationId},"
            + " #{l.state}, #{l.realName}, #{l.education}, #{l.ethnicity}, #{l.political}, #{l.joinMonth},"
            + " #{l.submittedAt}, #{l.name})</foreach>"
            + " ON DUPLICATE KEY UPDATE state = VALUES(state), real_name = VALUES(real_name),"
            + " education = VALUES(education), ethnicity = VALUES(ethnicity), political = VALUES(political),"
            + " join_month = VALUES(join_month), submitted_at = VALUES(submitted_at), name = VALUES(name)</script>")
    void put(@Param("organisations") Collection<Long> organisations, @Param("l") LineRow line);

    @Delete(
            "<script>DELETE FROM member_line WHERE registration_id = #{id} AND organisation_id IN"
                    + "<foreach collection='organisations' item='one' open='(' separator=',' close=')'>#{one}</foreach></script>")
    void remove(@Param("id") long id, @Param("organisations") Collection<Long> organisations);

    /** The rows are locked in the order they are given in: always the same. */
    @Insert("<script>INSERT INTO member_count (organisation_id, state, slot, members) VALUES"
            + "<foreach collection='changes' item='c' separator=','>"
            + "(#{c.organisationId}, #{c.state}, #{slot}, #{c.members})</foreach>"
            + " ON DUPLICATE KEY UPDATE members = members + VALUES(members)</script>")
    void count(@Param("slot") int slot, @Param("changes") List<CountRow> changes);

    @Select("SELECT id FROM registration WHERE realname_id = #{check}")
    List<Long> checkedBy(long check);

    /** Everybody of one subtree stands in another place from now on as well. */
    @Insert("INSERT INTO member_line (organisation_id, registration_id, state, real_name, education, ethnicity,"
            + " political, join_month, submitted_at, name) SELECT #{place}, registration_id, state, real_name,"
            + " education, ethnicity, political, join_month, submitted_at, name FROM member_line m"
            + " WHERE m.organisation_id = #{of}")
    void enter(@Param("place") long place, @Param("of") long of);

    @Delete("DELETE l FROM member_line l JOIN member_line m ON m.registration_id = l.registration_id"
            + " AND m.organisation_id = #{of} WHERE l.organisation_id = #{place}")
    void leave(@Param("place") long place, @Param("of") long of);

    @Select("SELECT organisation_id, state, slot, members FROM member_count WHERE organisation_id = #{organisation}"
            + " ORDER BY state, slot")
    List<CountRow> counts(long organisation);

    @Insert("<script>INSERT INTO member_count (organisation_id, state, slot, members) VALUES"
            + "<foreach collection='changes' item='c' separator=','>"
            + "(#{place}, #{c.state}, #{c.slot}, #{sign} * #{c.members})</foreach>"
            + " ON DUPLICATE KEY UPDATE members = members + VALUES(members)</script>")
    void shift(@Param("place") long place, @Param("sign") int sign, @Param("changes") List<CountRow> changes);

    @Update("UPDATE member_count SET members = 0 WHERE organisation_id = #{organisation}")
    void none(long organisation);

    @Delete("DELETE FROM member_line WHERE organisation_id = #{organisation}")
    void clear(long organisation);
}

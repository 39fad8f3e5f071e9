package cn.tuanwu.ceremony;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface OathLineRows {

    /** Two moves of one registration write its lines one after the other. */
    @Select("SELECT id FROM registration WHERE id = #{id} FOR UPDATE")
    Long lock(long id);

    @Select("SELECT r.id AS registration_id, r.branch_id, r.name, COALESCE(r.join_month, '') AS join_month,"
            + " EXISTS (SELECT 1 FROM ceremony_oath o WHERE o.registration_id = r.id) AS taken"
            + " FROM registration r WHERE r.id = #{id} AND r.branch_id IS NOT NULL"
            + " AND r.state IN ('APPROVED', 'EDIT_PENDING', 'EDIT_RETURNED')")
    OathLineRow current(long id);

    /** Held until the end of the transaction: the branch is not moved meanwhile. */
    @Select("SELECT path FROM organisation WHERE id = #{branch} LOCK IN SHARE MODE")
    String path(long branch);

    @Select("SELECT organisation_id, SUBSTRING(join_month, 1, 4) AS join_year, taken FROM oath_line"
            + " WHERE registration_id = #{id}")
    List<OathCountRow> places(long id);

    @Insert(
            "<script>INSERT INTO oath_line (organisation_id, registration_id, taken, join_month, name) VALUES"
                    + "<foreach collection='organisations' item='organisation' separator=','>(#{organisation}, #{l.registrationId},"
                    + " #{l.taken}, #{l.joinMonth}, #{l.name})</foreach>"
                    + " ON DUPLICATE KEY UPDATE taken = VALUES(taken), join_month = VALUES(join_month), name = VALUES(name)</script>")
    void put(@Param("organisations") Collection<Long> organisations, @Param("l") OathLineRow line);

    @Delete("<script>DELETE FROM oath_line WHERE registration_id = #{id} AND organisation_id IN " + OathRows.AMONG
            + "</script>")
    void remove(@Param("id") long id, @Param("ids") Collection<Long> organisations);

    /** The rows are locked in the order they are given in: always the same. */
    @Insert("<script>INSERT INTO oath_count (organisation_id, join_year, taken, slot, members) VALUES"
            + "<foreach collection='changes' item='c' separator=','>"
            + "(#{c.organisationId}, #{c.joinYear}, #{c.taken}, #{c.slot}, #{c.members})</foreach>"
            + " ON DUPLICATE KEY UPDATE members = members + VALUES(members)</script>")
    void count(@Param("changes") List<OathCountRow> changes);

    /** How many lines of these members will change their minds. */
    @Select(
            "<script>SELECT organisation_id, SUBSTRING(join_month, 1, 4) AS join_year, MOD(registration_id, 16) AS slot,"
                    + " COUNT(*) AS members FROM oath_line WHERE taken = #{taken} AND registration_id IN "
                    + OathRows.AMONG
                    + " GROUP BY 1, 2, 3 ORDER BY 1, 2, 3</script>")
    List<OathCountRow> standing(@Param("ids") Collection<Long> registrations, @Param("taken") boolean taken);

    @Update("<script>UPDATE oath_line SET taken = #{taken} WHERE registration_id IN " + OathRows.AMONG + "</script>")
    void mark(@Param("ids") Collection<Long> registrations, @Param("taken") boolean taken);

    /** Everybody of one subtree stands in another place from now on as well. */
    @Insert("INSERT INTO oath_line (organisation_id, registration_id, taken, join_month, name)"
            + " SELECT #{place}, registration_id, taken, join_month, name FROM oath_line m"
            + " WHERE m.organisation_id = #{of}")
    void enter(@Param("place") long place, @Param("of") long of);

    @Delete("DELETE l FROM oath_line l JOIN oath_line m ON m.registration_id = l.registration_id"
            + " AND m.organisation_id = #{of} WHERE l.organisation_id = #{place}")
    void leave(@Param("place") long place, @Param("of") long of);

    @Select("SELECT organisation_id, join_year, taken, slot, members FROM oath_count"
            + " WHERE organisation_id = #{organisation} AND members <> 0 ORDER BY join_year, taken, slot")
    List<OathCountRow> counts(long organisation);

    @Insert("<script>INSERT INTO oath_count (organisation_id, join_year, taken, slot, members) VALUES"
            + "<foreach collection='changes' item='c' separator=','>"
            + "(#{place}, #{c.joinYear}, #{c.taken}, #{c.slot}, #{sign} * #{c.members})</foreach>"
            + " ON DUPLICATE KEY UPDATE members = members + VALUES(members)</script>")
    void shift(@Param("place") long place, @Param("sign") int sign, @Param("changes") List<OathCountRow> changes);

    @Update("UPDATE oath_count SET members = 0 WHERE organisation_id = #{organisation}")
    void none(long organisation);

    @Delete("DELETE FROM oath_line WHERE organisation_id = #{organisation}")
    void clear(long organisation);
}

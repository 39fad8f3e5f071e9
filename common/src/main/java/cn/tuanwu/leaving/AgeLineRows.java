package cn.tuanwu.leaving;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface AgeLineRows {

    /** Two moves of one registration write its lines one after the other. */
    @Select("SELECT id FROM registration WHERE id = #{id} FOR UPDATE")
    Long lock(long id);

    @Select("SELECT r.id AS registration_id, r.branch_id,"
            + " CASE WHEN r.left_at IS NULL THEN 'MEMBER' ELSE 'LEFT' END AS standing,"
            + " CASE WHEN r.left_at IS NULL THEN r.birth_date ELSE DATE(r.left_at + INTERVAL 8 HOUR) END AS day"
            + " FROM registration r WHERE r.id = #{id} AND r.branch_id IS NOT NULL AND r.birth_date IS NOT NULL"
            + " AND r.state IN ('APPROVED', 'EDIT_PENDING', 'EDIT_RETURNED', 'LEFT_AT_28', 'LEFT_VOLUNTARILY',"
            + " 'LEFT_OUTSIDE')")
    AgeLineRow current(long id);

    /** Held until the end of the transaction: the branch is not moved meanwhile. */
    @Select("SELECT path FROM organisation WHERE id = #{branch} LOCK IN SHARE MODE")
    String path(long branch);

    @Select("SELECT organisation_id FROM leaving_line WHERE registration_id = #{id}")
    List<Long> places(long id);

    @Insert("<script>INSERT INTO leaving_line (organisation_id, registration_id, standing, day) VALUES"
            + "<foreach collection='organisations' item='organisation' separator=','>(#{organisation},"
            + " #{l.registrationId}, #{l.standing}, #{l.day})</foreach>"
            + " ON DUPLICATE KEY UPDATE standing = VALUES(standing), day = VALUES(day)</script>")
    void put(@Param("organisations") Collection<Long> organisations, @Param("l") AgeLineRow line);

    @Delete(
            "<script>DELETE FROM leaving_line WHERE registration_id = #{id} AND organisation_id IN"
                    + "<foreach collection='organisations' item='one' open='(' separator=',' close=')'>#{one}</foreach></script>")
    void remove(@Param("id") long id, @Param("organisations") Collection<Long> organisations);

    /** Everybody of one subtree stands in another place from now on as well. */
    @Insert("INSERT INTO leaving_line (organisation_id, registration_id, standing, day)"
            + " SELECT #{place}, registration_id, standing, day FROM leaving_line m WHERE m.organisation_id = #{of}")
    void enter(@Param("place") long place, @Param("of") long of);

    @Delete("DELETE l FROM leaving_line l JOIN leaving_line m ON m.registration_id = l.registration_id"
            + " AND m.organisation_id = #{of} WHERE l.organisation_id = #{place}")
    void leave(@Param("place") long place, @Param("of") long of);

    @Delete("DELETE FROM leaving_line WHERE organisation_id = #{organisation}")
    void clear(long organisation);
}

package cn.tuanwu.ceremony;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface CeremonyLineRows {

    @Insert("<script>INSERT INTO ceremony_line (organisation_id, ceremony_id, held_at, oaths) VALUES"
            + "<foreach collection='organisations' item='organisation' separator=','>"
            + "(#{organisation}, #{ceremony}, #{heldAt}, #{oaths})</foreach></script>")
    void put(
            @Param("organisations") Collection<Long> organisations,
            @Param("ceremony") long ceremony,
            @Param("heldAt") Instant heldAt,
            @Param("oaths") int oaths);

    @Update("UPDATE ceremony_line SET held_at = #{heldAt}, oaths = #{oaths} WHERE ceremony_id = #{ceremony}")
    void change(@Param("ceremony") long ceremony, @Param("heldAt") Instant heldAt, @Param("oaths") int oaths);

    @Update("UPDATE ceremony_line SET oaths = (SELECT COUNT(*) FROM ceremony_oath o WHERE o.ceremony_id = #{ceremony})"
            + " WHERE ceremony_id = #{ceremony}")
    void recount(long ceremony);

    @Delete("DELETE FROM ceremony_line WHERE ceremony_id = #{ceremony}")
    void remove(long ceremony);

    /** What was held in one subtree counts in another place from now on as well. */
    @Insert("INSERT INTO ceremony_line (organisation_id, ceremony_id, held_at, oaths)"
            + " SELECT #{place}, ceremony_id, held_at, oaths FROM ceremony_line m WHERE m.organisation_id = #{of}")
    void enter(@Param("place") long place, @Param("of") long of);

    @Delete("DELETE l FROM ceremony_line l JOIN ceremony_line m ON m.ceremony_id = l.ceremony_id"
            + " AND m.organisation_id = #{of} WHERE l.organisation_id = #{place}")
    void leave(@Param("place") long place, @Param("of") long of);

    /** Read in the index alone. */
    @Select("<script>SELECT organisation_id, COUNT(*) AS ceremonies, SUM(oaths) AS oaths FROM ceremony_line"
            + " FORCE INDEX (ceremony_line_time)"
            + " WHERE organisation_id IN " + OathRows.AMONG + " AND held_at &gt;= #{from} AND held_at &lt; #{to}"
            + " GROUP BY organisation_id</script>")
    @Options(timeout = CeremonyRows.PATIENCE)
    List<HeldRow> held(
            @Param("ids") Collection<Long> organisations, @Param("from") Instant from, @Param("to") Instant to);
}

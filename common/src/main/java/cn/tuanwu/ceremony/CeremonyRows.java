package cn.tuanwu.ceremony;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.ConstructorArgs;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** Records. A list finds ids in one range of one index, by time, and only then reads the rows of those few. */
@Mapper
interface CeremonyRows {
    /** Seconds. */
    int PATIENCE = 3;

    String COLUMNS = "SELECT STRAIGHT_JOIN c.id, c.organisation_id, c.held_at, c.place, c.theme, c.host, c.oath_leader,"
            + " c.superior, c.attendance, c.programme, c.note, c.recorded_by, c.recorded_name, c.recorded_at, c.version,"
            + " COALESCE(l.oaths, 0) AS oaths";

    @Select(COLUMNS + " FROM ceremony c LEFT JOIN ceremony_line l ON l.organisation_id = c.organisation_id"
            + " AND l.ceremony_id = c.id WHERE c.id = #{id} AND c.deleted = 0")
    CeremonyRow find(long id);

    /** Moves of one record happen one after the other. */
    @Select("SELECT id FROM ceremony WHERE id = #{id} AND deleted = 0 FOR UPDATE")
    Long lock(long id);

    @Select("<script>" + COLUMNS + " FROM (SELECT STRAIGHT_JOIN l.ceremony_id, l.held_at, l.oaths FROM ceremony_line l"
            + " FORCE INDEX (ceremony_line_time)"
            + "<if test='words != null'> JOIN ceremony w ON w.id = l.ceremony_id"
            + " AND (w.theme LIKE #{words} OR w.place LIKE #{words})</if>"
            + " WHERE l.organisation_id = #{organisation} AND l.held_at &gt;= #{from} AND l.held_at &lt; #{to}"
            + " AND (l.held_at &lt; #{at} OR l.held_at = #{at} AND l.ceremony_id &lt; #{id})"
            + " ORDER BY l.held_at DESC, l.ceremony_id DESC LIMIT #{most}) l JOIN ceremony c ON c.id = l.ceremony_id"
            + " ORDER BY l.held_at DESC, l.ceremony_id DESC</script>")
    @Options(timeout = PATIENCE)
    List<CeremonyRow> list(Range range);

    @Insert("INSERT INTO ceremony (id, organisation_id, held_at, place, theme, host, oath_leader, superior, attendance,"
            + " programme, note, recorded_by, recorded_name, recorded_at) VALUES (#{id}, #{organisationId}, #{heldAt},"
            + " #{place}, #{theme}, #{host}, #{oathLeader}, #{superior}, #{attendance}, #{programme}, #{note},"
            + " #{recordedBy}, #{recordedName}, #{recordedAt})")
    void insert(CeremonyRow row);

    @Update("UPDATE ceremony SET held_at = #{c.heldAt}, place = #{c.place}, theme = #{c.theme}, host = #{c.host},"
            + " oath_leader = #{c.oathLeader}, superior = #{c.superior}, attendance = #{c.attendance},"
            + " programme = #{c.programme}, note = #{c.note}, version = version + 1"
            + " WHERE id = #{c.id} AND version = #{version} AND deleted = 0")
    int change(@Param("c") CeremonyRow row, @Param("version") int version);

    @Update("UPDATE ceremony SET deleted = 1, version = version + 1"
            + " WHERE id = #{id} AND version = #{version} AND deleted = 0")
    int delete(@Param("id") long id, @Param("version") int version);

    @Insert("INSERT INTO ceremony_step (id, ceremony_id, happened_at, what, who, changes)"
            + " VALUES (#{id}, #{ceremony}, #{at}, #{what}, #{who}, #{changes})")
    void step(
            @Param("id") long id,
            @Param("ceremony") long ceremony,
            @Param("at") Instant at,
            @Param("what") Ceremony.What what,
            @Param("who") String who,
            @Param("changes") String changes);

    @Select("SELECT happened_at, what, who, changes FROM ceremony_step WHERE ceremony_id = #{ceremony}"
            + " ORDER BY id DESC LIMIT 50")
    @ConstructorArgs({
        @Arg(column = "happened_at", javaType = Instant.class),
        @Arg(column = "what", javaType = Ceremony.What.class),
        @Arg(column = "who", javaType = String.class),
        @Arg(column = "changes", javaType = String.class)
    })
    List<KeptStep> steps(long ceremony);

    @Insert("INSERT INTO ceremony_viewing (ceremony_id, actor, opened_at) VALUES (#{ceremony}, #{actor}, #{stale})"
            + " ON DUPLICATE KEY UPDATE opened_at = opened_at")
    void enter(@Param("ceremony") long ceremony, @Param("actor") String actor, @Param("stale") Instant stale);

    /** @return 0 when it is open already */
    @Update("UPDATE ceremony_viewing SET opened_at = #{now} WHERE ceremony_id = #{ceremony} AND actor = #{actor}"
            + " AND opened_at <= #{stale}")
    int open(
            @Param("ceremony") long ceremony,
            @Param("actor") String actor,
            @Param("now") Instant now,
            @Param("stale") Instant stale);

    @Delete("DELETE FROM ceremony_viewing WHERE opened_at < #{before} LIMIT 1000")
    int sweepViewings(Instant before);

    /**
     * @param words a pattern, or null
     * @param at with {@code id}: the last one of the page before
     */
    record Range(long organisation, Instant from, Instant to, String words, Instant at, long id, int most) {}

    record KeptStep(Instant at, Ceremony.What what, String who, String changes) {}
}

package cn.tuanwu.access;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.ConstructorArgs;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface ConsoleSessionRows {

    @Insert("INSERT INTO console_session (id, who, organisation_id, label, opened_at, seen_at)"
            + " VALUES (#{id}, #{who}, #{organisation}, #{label}, #{now}, #{now})")
    void insert(
            @Param("id") long id,
            @Param("who") String who,
            @Param("organisation") long organisation,
            @Param("label") String label,
            @Param("now") Instant now);

    /** Null when it was ended. */
    @Select("SELECT seen_at FROM console_session WHERE id = #{id} AND who = #{who} AND ended_at IS NULL")
    Instant seen(@Param("id") long id, @Param("who") String who);

    @Update("UPDATE console_session SET seen_at = #{now} WHERE id = #{id}")
    void see(@Param("id") long id, @Param("now") Instant now);

    @Select("SELECT s.id, s.label, o.name, s.opened_at, s.seen_at FROM console_session s"
            + " JOIN organisation o ON o.id = s.organisation_id"
            + " WHERE s.who = #{who} AND s.ended_at IS NULL AND s.seen_at > #{idle} ORDER BY s.id DESC LIMIT 100")
    @ConstructorArgs({
        @Arg(column = "id", javaType = long.class),
        @Arg(column = "label", javaType = String.class),
        @Arg(column = "name", javaType = String.class),
        @Arg(column = "opened_at", javaType = Instant.class),
        @Arg(column = "seen_at", javaType = Instant.class)
    })
    List<ConsoleSessions.Open> open(@Param("who") String who, @Param("idle") Instant idle);

    @Update("UPDATE console_session SET ended_at = #{now} WHERE id = #{id} AND who = #{who} AND ended_at IS NULL")
    int end(@Param("id") long id, @Param("who") String who, @Param("now") Instant now);

    @Update("UPDATE console_session SET ended_at = #{now} WHERE who = #{who} AND ended_at IS NULL")
    int endAll(@Param("who") String who, @Param("now") Instant now);

    @Delete("DELETE FROM console_session WHERE opened_at < #{before} LIMIT 3")
    void forget(Instant before);
}

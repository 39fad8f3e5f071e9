package cn.tuanwu.ceremony;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface CeremonyPhotoRows {

    @Insert("INSERT INTO ceremony_photo (id, kept_by, kept_at) VALUES (#{id}, #{actor}, #{at})")
    void insert(@Param("id") long id, @Param("actor") String actor, @Param("at") Instant at);

    @Select("SELECT COUNT(*) FROM ceremony_photo WHERE ceremony_id IS NULL AND kept_by = #{actor}")
    int loose(String actor);

    @Select("SELECT id FROM ceremony_photo WHERE ceremony_id = #{ceremony} ORDER BY place")
    List<Long> of(long ceremony);

    /** One's own that nobody recorded yet. */
    @Update("UPDATE ceremony_photo SET ceremony_id = #{ceremony}, place = #{place}"
            + " WHERE id = #{id} AND ceremony_id IS NULL AND kept_by = #{actor} AND kept_at > #{oldest}")
    int attach(
            @Param("id") long id,
            @Param("actor") String actor,
            @Param("ceremony") long ceremony,
            @Param("place") int place,
            @Param("oldest") Instant oldest);

    @Update("UPDATE ceremony_photo SET place = #{place} WHERE id = #{id} AND ceremony_id = #{ceremony}")
    int move(@Param("id") long id, @Param("ceremony") long ceremony, @Param("place") int place);

    /** It is nobody's from now on: the next sweep drops it. */
    @Update("UPDATE ceremony_photo SET ceremony_id = NULL, place = NULL, kept_by = '', kept_at = #{longAgo}"
            + " WHERE id = #{id} AND ceremony_id = #{ceremony}")
    int detach(@Param("id") long id, @Param("ceremony") long ceremony, @Param("longAgo") Instant longAgo);

    @Select("SELECT id FROM ceremony_photo WHERE ceremony_id IS NULL AND kept_at < #{before} LIMIT #{most}")
    List<Long> looseBefore(@Param("before") Instant before, @Param("most") int most);

    @Delete("DELETE FROM ceremony_photo WHERE id = #{id} AND ceremony_id IS NULL")
    int forget(long id);

    @Select("<script>SELECT id FROM ceremony_photo WHERE id IN " + OathRows.AMONG + "</script>")
    List<Long> known(@Param("ids") List<Long> ids);
}

package cn.tuanwu.registration;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface OfflineRows {

    @Insert("INSERT INTO offline_pass (id, registration_id, explanation_sealed, passed_by, passed_name, passed_at)"
            + " VALUES (#{id}, #{registrationId}, #{explanationSealed}, #{passedBy}, #{passedName}, #{passedAt})")
    void insert(OfflinePassRow row);

    /** Of the check that counts now: after a correction of name or number another one does. */
    @Select("SELECT p.id, p.registration_id, p.explanation_sealed, p.passed_by, p.passed_name, p.passed_at"
            + " FROM offline_pass p JOIN registration r ON r.id = p.registration_id AND r.realname_id = p.id"
            + " WHERE p.registration_id = #{registration}")
    OfflinePassRow of(long registration);

    @Insert("INSERT INTO offline_photo (id, actor, created_at) VALUES (#{id}, #{actor}, #{at})")
    void insertPhoto(@Param("id") long id, @Param("actor") String actor, @Param("at") Instant at);

    @Update("UPDATE offline_photo SET pass_id = #{pass} WHERE id = #{id} AND actor = #{actor} AND pass_id IS NULL")
    int attach(@Param("id") long id, @Param("actor") String actor, @Param("pass") long pass);

    @Select("SELECT id FROM offline_photo WHERE pass_id = #{pass} ORDER BY id")
    List<Long> photos(long pass);

    @Select("SELECT COUNT(*) FROM offline_photo WHERE actor = #{actor} AND pass_id IS NULL")
    int loose(String actor);

    @Select("SELECT id FROM offline_photo WHERE pass_id IS NULL AND created_at < #{before} ORDER BY id LIMIT #{most}")
    List<Long> looseBefore(@Param("before") Instant before, @Param("most") int most);

    @Delete("DELETE FROM offline_photo WHERE id = #{id} AND pass_id IS NULL")
    void forget(long id);
}

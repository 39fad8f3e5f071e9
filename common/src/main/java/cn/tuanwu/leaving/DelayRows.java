package cn.tuanwu.leaving;

import java.time.LocalDate;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface DelayRows {
    /** The newest word counts. */
    @Insert("INSERT INTO leaving_delay (registration_id, until, words_sealed, granted_by, granted_name, granted_at)"
            + " VALUES (#{id}, #{until}, #{words}, #{voice.actor}, #{voice.name}, UTC_TIMESTAMP(3))"
            + " ON DUPLICATE KEY UPDATE until = VALUES(until), words_sealed = VALUES(words_sealed),"
            + " granted_by = VALUES(granted_by), granted_name = VALUES(granted_name), granted_at = VALUES(granted_at)")
    void put(
            @Param("id") long registration,
            @Param("until") LocalDate until,
            @Param("words") byte[] words,
            @Param("voice") Voice voice);

    @Delete("DELETE FROM leaving_delay WHERE registration_id = #{registration}")
    int forget(long registration);
}

package cn.tuanwu.number;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface NumberRows {
    String COLUMNS = "SELECT number, registration_id, state, since, handed_to, reason FROM number_use ";

    /** 1 when the number was free; 0 when someone has it. While another transaction takes it, this waits for that one's end. */
    @Insert("INSERT IGNORE INTO number_use (number, registration_id, state, since)"
            + " VALUES (#{number}, #{registration}, 'RESERVED', #{now})")
    int insert(@Param("number") String number, @Param("registration") long registration, @Param("now") Instant now);

    /** As {@link #insert}, for nobody's registration. */
    @Insert("INSERT IGNORE INTO number_use (number, state, since, handed_to, reason)"
            + " VALUES (#{number}, #{state}, #{now}, #{handedTo}, #{reason})")
    int take(
            @Param("number") String number,
            @Param("state") NumberDesk.State state,
            @Param("handedTo") Long handedTo,
            @Param("reason") String reason,
            @Param("now") Instant now);

    /** 1 when it was handed out and its holder registers with it now. */
    @Update("UPDATE number_use SET state = 'RESERVED', registration_id = #{registration}, since = #{now}"
            + " WHERE number = #{number} AND state = 'HANDED_OUT'")
    int claim(@Param("number") String number, @Param("registration") long registration, @Param("now") Instant now);

    @Delete("DELETE FROM number_use WHERE number = #{number} AND registration_id = #{registration}"
            + " AND state = 'RESERVED' AND handed_to IS NULL")
    int release(@Param("number") String number, @Param("registration") long registration);

    /** On paper it is somebody's still. */
    @Update("UPDATE number_use SET state = 'HANDED_OUT', registration_id = NULL, since = #{now}"
            + " WHERE number = #{number} AND registration_id = #{registration} AND state = 'RESERVED'"
            + " AND handed_to IS NOT NULL")
    int handBack(@Param("number") String number, @Param("registration") long registration, @Param("now") Instant now);

    @Update("UPDATE number_use SET state = 'USED', since = #{now}"
            + " WHERE registration_id = #{registration} AND state = 'RESERVED'")
    int use(@Param("registration") long registration, @Param("now") Instant now);

    @Update("UPDATE number_use SET state = 'VOID', since = #{now}"
            + " WHERE registration_id = #{registration} AND state = 'USED'")
    int voidUsed(@Param("registration") long registration, @Param("now") Instant now);

    /** It stays used up, and says no longer whose it was. */
    @Update("UPDATE number_use SET registration_id = NULL, reason = #{reason} WHERE registration_id = #{registration}")
    int disown(@Param("registration") long registration, @Param("reason") String reason);

    @Update("UPDATE number_use SET state = 'VOID', since = #{now}, reason = #{reason}"
            + " WHERE number = #{number} AND state = 'HANDED_OUT'")
    int voidHandedOut(@Param("number") String number, @Param("reason") String reason, @Param("now") Instant now);

    /** What a restore left behind stays: nobody here knows whose it is. */
    @Delete("DELETE FROM number_use WHERE number = #{number} AND state = 'HANDED_OUT' AND reason IS NULL")
    int takeBack(String number);

    @Update("UPDATE number_use SET handed_to = #{into} WHERE handed_to = #{from}")
    int handOver(@Param("from") long from, @Param("into") long into);

    @Select("SELECT state FROM number_use WHERE number = #{number}")
    NumberDesk.State state(String number);

    @Select("SELECT state FROM number_use WHERE number = #{number} AND state <> 'HANDED_OUT'"
            + " AND (registration_id IS NULL OR registration_id <> #{registration})")
    NumberDesk.State heldByOther(@Param("number") String number, @Param("registration") long registration);

    @Select("SELECT number FROM number_use WHERE registration_id = #{registration} AND state = #{state}")
    List<String> of(@Param("registration") long registration, @Param("state") NumberDesk.State state);

    /** The old sixteen-character numbers sort in between, and are not meant. */
    @Select(COLUMNS + "WHERE number BETWEEN #{range.start} AND #{range.end} AND number > #{after}"
            + " AND LENGTH(number) = 12 ORDER BY number LIMIT #{limit}")
    List<NumberRow> within(@Param("range") NumberRange range, @Param("after") String after, @Param("limit") int limit);
}

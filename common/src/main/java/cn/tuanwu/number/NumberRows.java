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

    /** 1 when the number was free; 0 when someone has it. While another transaction takes it, this waits for that one's end. */
    @Insert("INSERT IGNORE INTO number_use (number, registration_id, state, since)"
            + " VALUES (#{number}, #{registration}, #{state}, #{now})")
    int insert(
            @Param("number") String number,
            @Param("registration") long registration,
            @Param("state") NumberDesk.State state,
            @Param("now") Instant now);

    @Delete("DELETE FROM number_use WHERE registration_id = #{registration} AND state = 'RESERVED'")
    int release(long registration);

    @Update("UPDATE number_use SET state = 'USED', since = #{now}"
            + " WHERE registration_id = #{registration} AND state = 'RESERVED'")
    int use(@Param("registration") long registration, @Param("now") Instant now);

    @Update("UPDATE number_use SET state = 'VOID', since = #{now}"
            + " WHERE registration_id = #{registration} AND state = 'USED'")
    int voidUsed(@Param("registration") long registration, @Param("now") Instant now);

    @Select("SELECT state FROM number_use WHERE number = #{number}")
    NumberDesk.State state(String number);

    @Select("SELECT state FROM number_use WHERE number = #{number} AND registration_id <> #{registration}")
    NumberDesk.State heldByOther(@Param("number") String number, @Param("registration") long registration);

    @Select("SELECT number FROM number_use WHERE registration_id = #{registration} AND state = 'RESERVED'")
    List<String> reservedBy(long registration);
}

package cn.tuanwu.review;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface ReviewCardRows {
    String COLUMNS = "SELECT task_id, staff_id, state, message_id, response_code, response_code_at FROM review_card ";

    @Insert("INSERT INTO review_card (id, task_id, staff_id, state) VALUES (#{id}, #{task}, #{staff}, 'DUE')")
    void insert(@Param("id") long id, @Param("task") long task, @Param("staff") long staff);

    @Select(COLUMNS + "WHERE task_id = #{task} AND staff_id = #{staff}")
    ReviewCardRow find(@Param("task") long task, @Param("staff") long staff);

    @Select(COLUMNS + "WHERE task_id = #{task} ORDER BY staff_id")
    List<ReviewCardRow> ofTask(long task);

    /** A tap may have come before this: its code is newer and stays. */
    @Update("UPDATE review_card SET state = 'SENT', message_id = #{message}, sent_at = #{now},"
            + " response_code_at = CASE WHEN response_code IS NULL THEN #{now} ELSE response_code_at END,"
            + " response_code = COALESCE(response_code, #{code})"
            + " WHERE task_id = #{task} AND staff_id = #{staff} AND state = 'DUE'")
    int sent(
            @Param("task") long task,
            @Param("staff") long staff,
            @Param("message") String message,
            @Param("code") String code,
            @Param("now") Instant now);

    @Update("UPDATE review_card SET response_code = #{code}, response_code_at = #{now}"
            + " WHERE task_id = #{task} AND staff_id = #{staff}")
    int freshCode(
            @Param("task") long task,
            @Param("staff") long staff,
            @Param("code") String code,
            @Param("now") Instant now);

    @Update("UPDATE review_card SET state = #{state}, closed_at = #{now}, response_code = NULL"
            + " WHERE task_id = #{task} AND staff_id = #{staff}")
    int settle(
            @Param("task") long task,
            @Param("staff") long staff,
            @Param("state") ReviewCard.State state,
            @Param("now") Instant now);
}

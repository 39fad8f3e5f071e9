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
    String COLUMNS = "SELECT task_id, staff_id, edition, state, message_id, response_code, response_code_at"
            + " FROM review_card ";
    String CARD = " WHERE task_id = #{card.taskId} AND staff_id = #{card.staffId} AND edition = #{card.edition}";

    @Insert("INSERT INTO review_card (id, task_id, staff_id, edition, state, due_at)"
            + " VALUES (#{id}, #{task}, #{staff}, #{edition}, 'DUE', #{now})")
    void insert(
            @Param("id") long id,
            @Param("task") long task,
            @Param("staff") long staff,
            @Param("edition") int edition,
            @Param("now") Instant now);

    /** Newest first. */
    @Select(COLUMNS + "WHERE task_id = #{task} AND staff_id = #{staff} ORDER BY edition DESC")
    List<ReviewCardRow> of(@Param("task") long task, @Param("staff") long staff);

    /** Each operator's cards together, the newest of them first. */
    @Select(COLUMNS + "WHERE task_id = #{task} ORDER BY staff_id, edition DESC")
    List<ReviewCardRow> ofTask(long task);

    /** A tap may have come before this: its code is newer and stays. */
    @Update("UPDATE review_card SET state = 'SENT', message_id = #{message}, sent_at = #{now},"
            + " response_code_at = CASE WHEN response_code IS NULL THEN #{now} ELSE response_code_at END,"
            + " response_code = COALESCE(response_code, #{code})" + CARD + " AND state = 'DUE'")
    int sent(
            @Param("card") ReviewCard card,
            @Param("message") String message,
            @Param("code") String code,
            @Param("now") Instant now);

    /** With a fresh code a lost card can be updated again. */
    @Update("UPDATE review_card SET spare_code_at = CASE WHEN response_code <> #{code} THEN response_code_at"
            + " ELSE spare_code_at END,"
            + " spare_code = CASE WHEN response_code <> #{code} THEN response_code ELSE spare_code END,"
            + " response_code = #{code}, response_code_at = #{now}, tapped_at = #{now},"
            + " state = CASE WHEN state = 'LOST' THEN 'SENT' ELSE state END" + CARD)
    int tapped(@Param("card") ReviewCard card, @Param("code") String code, @Param("now") Instant now);

    @Select("SELECT spare_code FROM review_card" + CARD + " AND spare_code_at > #{oldest}")
    String spareCode(@Param("card") ReviewCard card, @Param("oldest") Instant oldest);

    @Update("UPDATE review_card SET spare_code = NULL, spare_code_at = NULL" + CARD + " AND spare_code = #{code}")
    int spareUsed(@Param("card") ReviewCard card, @Param("code") String code);

    @Update("UPDATE review_card SET state = 'CLOSED', closed_at = #{now}, response_code = NULL" + CARD)
    int close(@Param("card") ReviewCard card, @Param("now") Instant now);

    /** Only with the code it was tried with: a tap meanwhile brought another, and it can be tried again. */
    @Update(
            "UPDATE review_card SET state = 'LOST', closed_at = #{now}, response_code = NULL" + CARD
                    + " AND state IN ('SENT', 'SUPERSEDED') AND COALESCE(response_code, '') = COALESCE(#{card.responseCode}, '')")
    int lose(@Param("card") ReviewCard card, @Param("now") Instant now);

    @Update("UPDATE review_card SET state = 'SUPERSEDED', closed_at = #{now}, response_code = NULL" + CARD
            + " AND state = 'SENT' AND COALESCE(response_code_at, sent_at) <= #{oldest}")
    int supersede(@Param("card") ReviewCard card, @Param("oldest") Instant oldest, @Param("now") Instant now);
}

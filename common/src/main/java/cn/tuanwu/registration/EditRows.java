package cn.tuanwu.registration;

import java.time.Instant;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface EditRows {
    String COLUMNS = "SELECT id, registration_id, kind, state, content_sealed, submitted_at, decided_at, decided_by,"
            + " return_reason FROM registration_edit ";

    @Insert("INSERT INTO registration_edit (id, registration_id, kind, state, content_sealed, submitted_at)"
            + " VALUES (#{id}, #{registrationId}, #{kind}, #{state}, #{contentSealed}, #{submittedAt})")
    void insert(EditRow row);

    @Select(COLUMNS + "WHERE id = #{id}")
    EditRow find(long id);

    /** The one that waits, if one does: ids of two nodes need not rise together. */
    @Select(COLUMNS + "WHERE registration_id = #{registration} ORDER BY live_registration IS NULL, id DESC LIMIT 1")
    EditRow latest(long registration);

    @Update("UPDATE registration_edit SET state = #{state}, decided_at = #{now}, decided_by = #{by},"
            + " return_reason = #{reason} WHERE id = #{id} AND state = 'PENDING'")
    int end(
            @Param("id") long id,
            @Param("state") Edit.State state,
            @Param("by") String by,
            @Param("now") Instant now,
            @Param("reason") String reason);

    /** A returned one is given up. */
    @Update("UPDATE registration_edit SET state = 'WITHDRAWN' WHERE id = #{id} AND state = 'RETURNED'")
    int drop(long id);
}

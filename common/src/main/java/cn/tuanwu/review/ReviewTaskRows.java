package cn.tuanwu.review;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface ReviewTaskRows {
    String COLUMNS =
            "SELECT id, registration_id, branch_id, state, opened_at, escalated_at, decided_name, decided_at, reason,"
                    + " kind, edit_id, rebinding_id, form_id, transfer_id, transfer_node, appeal_id, leaving_id, erasure_id"
                    + " FROM review_task ";

    @Insert("INSERT INTO review_task (id, registration_id, branch_id, state, opened_at, kind, edit_id, rebinding_id,"
            + " form_id, transfer_id, transfer_node, appeal_id, leaving_id, erasure_id) VALUES (#{id}, #{registrationId}, #{branchId},"
            + " 'OPEN', #{openedAt}, #{kind}, #{editId}, #{rebindingId}, #{formId}, #{transferId}, #{transferNode},"
            + " #{appealId}, #{leavingId}, #{erasureId})")
    void insert(ReviewTaskRow row);

    @Select(COLUMNS + "WHERE id = #{id}")
    ReviewTaskRow find(long id);

    @Select(COLUMNS + "WHERE live_registration = #{registration}")
    ReviewTaskRow openOf(long registration);

    @Select(COLUMNS + "WHERE rebinding_id = #{rebinding}")
    ReviewTaskRow ofRebinding(long rebinding);

    @Select(COLUMNS + "WHERE form_id = #{form}")
    ReviewTaskRow ofForm(long form);

    @Select(COLUMNS + "WHERE live_transfer = #{transfer}")
    ReviewTaskRow openOfTransfer(long transfer);

    @Select(COLUMNS + "WHERE live_leaving = #{leaving}")
    ReviewTaskRow openOfLeaving(long leaving);

    @Select(COLUMNS + "WHERE appeal_id = #{transfer}")
    ReviewTaskRow ofAppeal(long transfer);

    /** kind:id of who sent a transfer back. */
    @Select("SELECT decided_by FROM review_task WHERE transfer_id = #{transfer} AND state = 'RETURNED'"
            + " ORDER BY transfer_node LIMIT 1")
    String returnedBy(long transfer);

    /** kind:id of who agreed, for the branch, to what its superior is to confirm now. */
    @Select("SELECT decided_by FROM review_task WHERE leaving_id = #{task.leavingId} AND id <> #{task.id}"
            + " AND state = 'APPROVED' LIMIT 1")
    String agreedBefore(@Param("task") ReviewTask task);

    @Select(COLUMNS + "WHERE erasure_id = #{erasure}")
    ReviewTaskRow ofErasure(long erasure);

    /** What waits for the branch of the member, wherever that is. */
    @Select(COLUMNS
            + "WHERE registration_id = #{registration} AND kind IN ('FORM', 'REBINDING', 'ERASURE') AND state = 'OPEN'")
    List<ReviewTaskRow> openFollowing(long registration);

    /** The member went on to another branch. */
    @Update(
            "UPDATE review_task SET branch_id = #{branch} WHERE id = #{id} AND state = 'OPEN' AND branch_id <> #{branch}")
    int follow(@Param("id") long id, @Param("branch") long branch);

    @Select("SELECT t.id, t.registration_id, t.branch_id, t.state, t.opened_at, t.escalated_at, t.decided_by,"
            + " t.decided_at, t.reason, t.kind, t.edit_id, t.rebinding_id, t.form_id, t.transfer_id, t.transfer_node,"
            + " t.appeal_id, t.leaving_id, t.erasure_id"
            + " FROM organisation o"
            + " JOIN review_task t ON t.branch_id = o.id AND t.state = 'OPEN'"
            + " WHERE o.path LIKE #{prefix} ORDER BY t.id")
    List<ReviewTaskRow> openWithin(String prefix);

    /** @return 0 when it is decided, or was escalated before */
    @Update("UPDATE review_task SET escalated_at = #{now}"
            + " WHERE id = #{id} AND state = 'OPEN' AND escalated_at IS NULL")
    int escalate(@Param("id") long id, @Param("now") Instant now);

    /** An operator holds one live card of a task at most. */
    @Select("SELECT COUNT(*) FROM review_card c JOIN review_task t ON t.id = c.task_id AND t.state = 'OPEN'"
            + " WHERE c.staff_id = #{staff} AND c.state IN ('DUE', 'SENT')")
    int waitingFor(long staff);

    @Select("SELECT COUNT(*) FROM review_card c JOIN review_task t ON t.id = c.task_id AND t.state = 'OPEN'"
            + " WHERE c.staff_id = #{staff} AND c.state IN ('DUE', 'SENT') AND t.opened_at <= #{since}")
    int waitingSince(@Param("staff") long staff, @Param("since") Instant since);

    @Select("<script>SELECT t.id, t.registration_id, t.branch_id, t.state, t.opened_at, t.escalated_at,"
            + " t.decided_name, t.decided_at, t.reason, t.kind, t.edit_id, t.rebinding_id, t.form_id,"
            + " t.transfer_id, t.transfer_node, t.appeal_id, t.leaving_id, t.erasure_id FROM review_card c"
            + " JOIN review_task t ON t.id = c.task_id AND t.state = 'OPEN'"
            + " <if test='kind != null'>AND t.kind = #{kind}</if>"
            + " WHERE c.staff_id = #{staff} AND c.state IN ('DUE', 'SENT') AND c.task_id &lt; #{before}"
            + " ORDER BY c.task_id DESC LIMIT #{most}</script>")
    List<ReviewTaskRow> newestFor(
            @Param("staff") long staff,
            @Param("kind") ReviewTask.Kind kind,
            @Param("before") long before,
            @Param("most") int most);

    @Select("SELECT COUNT(*) FROM review_task"
            + " WHERE decided_by = #{actor} AND decided_at >= #{since} AND state = #{state}")
    int decidedBy(@Param("actor") String actor, @Param("state") ReviewTask.State state, @Param("since") Instant since);

    @Update("UPDATE review_task SET state = #{state}, decided_by = #{by.actor}, decided_name = #{by.name},"
            + " decided_at = #{now}, reason_code = #{code}, reason = #{reason} WHERE id = #{id} AND state = 'OPEN'")
    int decide(
            @Param("id") long id,
            @Param("state") ReviewTask.State state,
            @Param("by") Decider by,
            @Param("now") Instant now,
            @Param("code") String code,
            @Param("reason") String reason);

    /** The staff member who is this registration's member themself, if one is. */
    @Select("SELECT s.id FROM registration r JOIN staff s ON s.account_id = r.account_id WHERE r.id = #{registration}")
    Long themself(long registration);

    @Update("UPDATE review_task SET state = 'CANCELLED', decided_at = #{now} WHERE id = #{id} AND state = 'OPEN'")
    int cancel(@Param("id") long id, @Param("now") Instant now);
}

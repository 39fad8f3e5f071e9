package cn.tuanwu.leaving;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface LeavingRows {
    @Insert("INSERT INTO leaving_request (id, registration_id, account_id, branch_id, kind, cause, words_sealed,"
            + " evidence_sealed, state, started_side, started_by, started_name, started_at, asked_id, agreed_name,"
            + " agreed_at, ended_at, ended_name) VALUES (#{id}, #{registrationId}, #{accountId}, #{branchId}, #{kind},"
            + " #{cause}, #{wordsSealed}, #{evidenceSealed}, #{state}, #{startedSide}, #{startedBy}, #{startedName},"
            + " #{startedAt}, #{askedId}, #{agreedName}, #{agreedAt}, #{endedAt}, #{endedName})")
    void insert(LeavingRow row);

    @Select("SELECT * FROM leaving_request WHERE id = #{id}")
    LeavingRow find(long id);

    @Select("SELECT * FROM leaving_request WHERE open_of = #{registration}")
    LeavingRow openOf(long registration);

    @Select("SELECT * FROM leaving_request WHERE account_id = #{account} ORDER BY id DESC LIMIT 1")
    LeavingRow latestOf(long account);

    @Select("SELECT * FROM leaving_request WHERE account_id = #{account} ORDER BY id")
    List<LeavingRow> of(long account);

    /** How somebody left last. */
    @Select("SELECT * FROM leaving_request WHERE registration_id = #{registration} AND state = 'DONE'"
            + " AND kind IN ('AT_28', 'VOLUNTARY') ORDER BY id DESC LIMIT 1")
    LeavingRow departureOf(long registration);

    /** The branch agreed: now it is asked above. */
    @Update(
            "UPDATE leaving_request SET state = 'SUPERIOR', asked_id = #{asked}, agreed_name = #{by}, agreed_at = #{now},"
                    + " version = version + 1 WHERE id = #{was.id} AND state = 'BRANCH' AND version = #{was.version}")
    int pass(
            @Param("was") LeavingRow was,
            @Param("asked") long asked,
            @Param("by") String by,
            @Param("now") Instant now);

    /** Whatever the end, there is one. */
    @Update("UPDATE leaving_request SET state = #{to}, ended_at = #{now}, ended_name = #{by}, end_reason = #{reason},"
            + " version = version + 1 WHERE id = #{was.id} AND state = #{was.state} AND version = #{was.version}"
            + " AND state IN ('BRANCH', 'SUPERIOR')")
    int end(
            @Param("was") LeavingRow was,
            @Param("to") Leaving.State to,
            @Param("now") Instant now,
            @Param("by") String by,
            @Param("reason") String reason);

    /** The tree changed under it. */
    @Update("UPDATE leaving_request SET branch_id = #{branch}, asked_id = #{asked}, version = version + 1"
            + " WHERE id = #{was.id} AND state = #{was.state} AND version = #{was.version}")
    int redirect(@Param("was") LeavingRow was, @Param("branch") long branch, @Param("asked") long asked);

    /** Nothing anybody typed stays. */
    @Update("UPDATE leaving_request SET words_sealed = NULL, evidence_sealed = NULL,"
            + " end_reason = CASE WHEN state IN ('RETURNED', 'WITHDRAWN') THEN NULL ELSE end_reason END"
            + " WHERE registration_id = #{registration}")
    int forget(long registration);

    /** What an organisation, or one below it, has to do with. */
    @Select("SELECT q.id FROM organisation o JOIN leaving_request q ON q.branch_id = o.id"
            + " AND q.state IN ('BRANCH', 'SUPERIOR') WHERE o.path LIKE #{prefix}"
            + " UNION SELECT q.id FROM organisation o JOIN leaving_request q ON q.asked_id = o.id"
            + " AND q.state IN ('BRANCH', 'SUPERIOR') WHERE o.path LIKE #{prefix} ORDER BY 1")
    List<Long> touching(String prefix);

    @Select("<script>SELECT q.* FROM organisation o JOIN leaving_request q ON q.branch_id = o.id"
            + " AND q.kind &lt;&gt; 'AT_28' AND q.id &lt; #{before}"
            + "<choose><when test='open'> AND q.state IN ('BRANCH', 'SUPERIOR')</when>"
            + "<otherwise> AND q.state IN ('DONE', 'RETURNED', 'WITHDRAWN', 'STOPPED')</otherwise></choose>"
            + " WHERE o.path LIKE #{prefix} ORDER BY q.id DESC LIMIT #{most}</script>")
    List<LeavingRow> within(
            @Param("prefix") String prefix,
            @Param("open") boolean open,
            @Param("before") long before,
            @Param("most") int most);

    /** Whether this account's owner decides anywhere. */
    @Select("SELECT COUNT(*) FROM staff s JOIN roster x ON x.staff_id = s.id AND x.role IN ('OPERATOR', 'ADMIN')"
            + " WHERE s.account_id = #{account}")
    int serving(long account);
}

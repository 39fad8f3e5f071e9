package cn.tuanwu.transfer;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface TransferRows {
    @Insert("INSERT INTO transfer (id, registration_id, kind, reason, words_sealed, unit_sealed, place_sealed,"
            + " from_branch_id, target_id, to_branch_id, state, started_side, started_by, started_name, started_at,"
            + " expires_at, batch_id) VALUES (#{id}, #{registrationId}, #{kind}, #{reason}, #{wordsSealed},"
            + " #{unitSealed}, #{placeSealed}, #{fromBranchId}, #{targetId}, #{toBranchId}, 'OPEN', #{startedSide},"
            + " #{startedBy}, #{startedName}, #{startedAt}, #{expiresAt}, #{batchId})")
    void insert(TransferRow row);

    @Select("SELECT * FROM transfer WHERE id = #{id}")
    TransferRow find(long id);

    @Select("SELECT * FROM transfer WHERE registration_id = #{registration} ORDER BY id DESC LIMIT #{most}")
    List<TransferRow> of(@Param("registration") long registration, @Param("most") int most);

    @Select("SELECT * FROM transfer WHERE open_of = #{registration}")
    TransferRow openOf(long registration);

    /** An appeal was right: it goes on, with new days. */
    @Update("UPDATE transfer SET state = 'OPEN', version = version + 1, expires_at = #{expires}, ended_at = NULL,"
            + " ended_name = NULL, end_reason = NULL WHERE id = #{was.id} AND state = 'RETURNED'"
            + " AND version = #{was.version}")
    int reopen(@Param("was") TransferRow was, @Param("expires") Instant expires);

    /** The turn goes on to the next node. */
    @Update("UPDATE transfer SET node_no = #{next}, version = version + 1 WHERE id = #{was.id} AND state = 'OPEN'"
            + " AND node_no = #{was.nodeNo} AND version = #{was.version}")
    int pass(@Param("was") TransferRow was, @Param("next") int next);

    /** Whatever the end, there is one. Nobody agrees when it is too late, and it expires no sooner. */
    @Update("UPDATE transfer SET state = #{to}, version = version + 1, ended_at = #{now}, ended_name = #{by},"
            + " end_reason = #{reason} WHERE id = #{was.id} AND state = 'OPEN' AND node_no = #{was.nodeNo}"
            + " AND version = #{was.version} AND (#{to} <> 'EXPIRED' OR expires_at <= #{now})")
    int end(
            @Param("was") TransferRow was,
            @Param("to") Transfer.State to,
            @Param("now") Instant now,
            @Param("by") String by,
            @Param("reason") String reason);

    /** The committee named the branch. */
    @Update("UPDATE transfer SET to_branch_id = #{branch}, version = version + 1 WHERE id = #{was.id}"
            + " AND state = 'OPEN' AND node_no = #{was.nodeNo} AND version = #{was.version}")
    int assign(@Param("was") TransferRow was, @Param("branch") long branch);

    /** The tree changed under it. */
    @Update("UPDATE transfer SET from_branch_id = #{from}, target_id = #{target}, to_branch_id = #{to},"
            + " version = version + 1 WHERE id = #{was.id} AND state = 'OPEN' AND version = #{was.version}")
    int retarget(
            @Param("was") TransferRow was,
            @Param("from") long from,
            @Param("target") Long target,
            @Param("to") Long to);

    /** Whose valid letter is of a branch in that place. */
    @Select("SELECT t.id FROM organisation o JOIN transfer t ON t.from_branch_id = o.id AND t.state = 'DONE'"
            + " JOIN transfer_letter l ON l.transfer_id = t.id AND l.state = 'ISSUED' WHERE o.path LIKE #{prefix}"
            + " ORDER BY t.id")
    List<Long> withLetter(String prefix);

    /** Its branch was merged into another. What is still to be told of this version stays true. */
    @Update("UPDATE transfer SET from_branch_id = #{branch} WHERE id = #{was.id}"
            + " AND state = 'DONE' AND version = #{was.version} AND from_branch_id <> #{branch}")
    int handOver(@Param("was") TransferRow was, @Param("branch") long branch);

    /** What an organisation, or one below it, has to do with: as a branch, as the target, as a node still to come. */
    @Select("SELECT t.id FROM organisation o JOIN transfer t ON t.from_branch_id = o.id AND t.state = 'OPEN'"
            + " WHERE o.path LIKE #{prefix}"
            + " UNION SELECT t.id FROM organisation o JOIN transfer t ON t.target_id = o.id AND t.state = 'OPEN'"
            + " WHERE o.path LIKE #{prefix}"
            + " UNION SELECT t.id FROM organisation o JOIN transfer_node n ON n.organisation_id = o.id"
            + " AND n.state IN ('AHEAD', 'CURRENT') JOIN transfer t ON t.id = n.transfer_id AND t.state = 'OPEN'"
            + " WHERE o.path LIKE #{prefix} ORDER BY 1")
    List<Long> touching(String prefix);

    @Insert("INSERT INTO transfer_passage (transfer_id, direction, branch_id, other_id, registration_id, happened_at)"
            + " VALUES (#{row.id}, #{direction}, #{branch}, #{other}, #{row.registrationId}, #{now})")
    void enter(
            @Param("row") TransferRow row,
            @Param("direction") String direction,
            @Param("branch") long branch,
            @Param("other") Long other,
            @Param("now") Instant now);
}

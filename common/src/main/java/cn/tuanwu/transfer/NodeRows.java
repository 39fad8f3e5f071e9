package cn.tuanwu.transfer;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface NodeRows {
    @Insert("INSERT INTO transfer_node (transfer_id, no, role, organisation_id, state, decided_at, decided_name)"
            + " VALUES (#{transferId}, #{no}, #{role}, #{organisationId}, #{state}, #{decidedAt}, #{decidedName})")
    void insert(NodeRow row);

    @Select("SELECT * FROM transfer_node WHERE transfer_id = #{transfer} ORDER BY no")
    List<NodeRow> of(long transfer);

    @Update("UPDATE transfer_node SET state = 'CURRENT', opened_at = #{now}"
            + " WHERE transfer_id = #{transfer} AND no = #{no} AND state = 'AHEAD'")
    int open(@Param("transfer") long transfer, @Param("no") int no, @Param("now") Instant now);

    @Update("UPDATE transfer_node SET state = #{to}, decided_at = #{now}, decided_name = #{by}, note = #{note}"
            + " WHERE transfer_id = #{transfer} AND no = #{no} AND state = 'CURRENT'")
    int decide(
            @Param("transfer") long transfer,
            @Param("no") int no,
            @Param("to") Transfer.Turn to,
            @Param("by") String by,
            @Param("now") Instant now,
            @Param("note") String note);

    /** An appeal against it was right. */
    @Update("UPDATE transfer_node SET state = 'AGREED', decided_at = #{now}, decided_name = #{by}, note = #{note}"
            + " WHERE transfer_id = #{transfer} AND no = #{no} AND state = 'RETURNED'")
    int overrule(
            @Param("transfer") long transfer,
            @Param("no") int no,
            @Param("by") String by,
            @Param("now") Instant now,
            @Param("note") String note);

    /** Nobody answers there any more. */
    @Update("UPDATE transfer_node SET state = 'SKIPPED' WHERE transfer_id = #{transfer} AND no = #{no}"
            + " AND state = 'AHEAD'")
    int skip(@Param("transfer") long transfer, @Param("no") int no);

    /** @return 0 when it stands for that organisation already, or is decided */
    @Update("UPDATE transfer_node SET organisation_id = #{organisation} WHERE transfer_id = #{transfer} AND no = #{no}"
            + " AND state IN ('AHEAD', 'CURRENT') AND organisation_id <> #{organisation}")
    int redirect(@Param("transfer") long transfer, @Param("no") int no, @Param("organisation") long organisation);
}

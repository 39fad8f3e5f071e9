package cn.tuanwu.transfer;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface AppealRows {
    @Insert("INSERT INTO transfer_appeal (transfer_id, registration_id, node_no, reason, organisation_id, state,"
            + " words_sealed, filed_at) VALUES (#{transferId}, #{registrationId}, #{nodeNo}, #{reason},"
            + " #{organisationId}, 'OPEN', #{wordsSealed}, #{filedAt})")
    void insert(AppealRow row);

    @Select("SELECT * FROM transfer_appeal WHERE transfer_id = #{transfer}")
    AppealRow find(long transfer);

    @Select("SELECT * FROM transfer_appeal WHERE open_of = #{registration}")
    AppealRow openOf(long registration);

    /** One of them wins. */
    @Update("UPDATE transfer_appeal SET state = #{to}, decided_at = #{now}, decided_name = #{by}, note = #{note}"
            + " WHERE transfer_id = #{transfer} AND state = 'OPEN'")
    int end(
            @Param("transfer") long transfer,
            @Param("to") Appeal.State to,
            @Param("now") Instant now,
            @Param("by") String by,
            @Param("note") String note);

    /** @return 0 when that one decides already, or it is over */
    @Update("UPDATE transfer_appeal SET organisation_id = #{organisation}"
            + " WHERE transfer_id = #{transfer} AND state = 'OPEN' AND organisation_id <> #{organisation}")
    int redirect(@Param("transfer") long transfer, @Param("organisation") long organisation);

    /** Open ones that an organisation, or one below it, decides or sent back. */
    @Select("SELECT a.transfer_id FROM organisation o JOIN transfer_appeal a ON a.organisation_id = o.id"
            + " AND a.state = 'OPEN' WHERE o.path LIKE #{prefix}"
            + " UNION SELECT a.transfer_id FROM organisation o JOIN transfer_node n ON n.organisation_id = o.id"
            + " JOIN transfer_appeal a ON a.transfer_id = n.transfer_id AND a.node_no = n.no AND a.state = 'OPEN'"
            + " WHERE o.path LIKE #{prefix} ORDER BY 1")
    List<Long> touching(String prefix);
}

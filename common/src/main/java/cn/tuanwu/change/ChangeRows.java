package cn.tuanwu.change;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface ChangeRows {
    String COLUMNS = "SELECT c.id, c.kind, c.organisation_id, c.target_id, c.name, c.short_name, c.state, c.version,"
            + " c.decider_id, c.then_decider_id, c.asked_from, c.asked_by, c.asked_at, c.reason, c.agreed_by, c.agreed_at,"
            + " c.decided_by, c.decided_at, c.note FROM org_change c ";

    @Insert("INSERT INTO org_change (id, kind, organisation_id, target_id, name, short_name, state, decider_id,"
            + " then_decider_id, asked_from, asked_by, asked_at, reason) VALUES (#{id}, #{kind}, #{organisationId},"
            + " #{targetId}, #{name}, #{shortName}, 'PENDING', #{deciderId}, #{thenDeciderId}, #{askedFrom}, #{askedBy},"
            + " #{askedAt}, #{reason})")
    void insert(ChangeRow row);

    @Select(COLUMNS + "WHERE c.id = #{id}")
    ChangeRow find(long id);

    @Select(COLUMNS + "JOIN organisation d ON d.id = c.decider_id WHERE c.state = 'PENDING' AND d.path LIKE #{prefix}"
            + " AND c.id < #{before} ORDER BY c.id DESC LIMIT #{limit}")
    List<ChangeRow> toDecide(@Param("prefix") String prefix, @Param("before") long before, @Param("limit") int limit);

    @Select(COLUMNS + "WHERE c.asked_from = #{from} AND c.id < #{before} ORDER BY c.id DESC LIMIT #{limit}")
    List<ChangeRow> asked(@Param("from") long from, @Param("before") long before, @Param("limit") int limit);

    /** The old superior agreed, the new one decides now. */
    @Update(
            "UPDATE org_change SET decider_id = then_decider_id, then_decider_id = NULL, agreed_by = #{by},"
                    + " agreed_at = #{now}, version = version + 1 WHERE id = #{id} AND version = #{version} AND state = 'PENDING'")
    int handOn(@Param("id") long id, @Param("version") int version, @Param("by") String by, @Param("now") Instant now);

    @Update("UPDATE org_change SET state = #{state}, decided_by = #{by}, decided_at = #{now}, note = #{note},"
            + " version = version + 1 WHERE id = #{id} AND version = #{version} AND state = 'PENDING'")
    int end(
            @Param("id") long id,
            @Param("version") int version,
            @Param("state") Change.State state,
            @Param("by") String by,
            @Param("now") Instant now,
            @Param("note") String note);

    @Update("UPDATE org_change SET state = 'WITHDRAWN', decided_at = #{now}, version = version + 1"
            + " WHERE state = 'PENDING' AND (live_organisation = #{organisation} OR target_id = #{organisation})")
    int dropOf(@Param("organisation") long organisation, @Param("now") Instant now);
}

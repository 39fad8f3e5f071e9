package cn.tuanwu.job;

import cn.tuanwu.access.Seat;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface JobRows {

    @Insert("INSERT INTO job (id, kind, actor, seat_name, organisation_id, role, parameters_sealed, state, next_at,"
            + " created_at) VALUES (#{id}, #{kind}, #{seat.actor}, #{seat.name}, #{seat.organisation.id}, #{seat.role},"
            + " #{parameters}, 'QUEUED', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3))")
    void insert(
            @Param("id") long id,
            @Param("kind") String kind,
            @Param("seat") Seat seat,
            @Param("parameters") byte[] parameters);

    @Select("SELECT COUNT(*) FROM job WHERE actor = #{actor} AND state IN ('QUEUED', 'RUNNING')")
    int open(String actor);

    @Select("SELECT * FROM job WHERE id = #{id}")
    JobRow find(long id);

    @Select("SELECT * FROM job WHERE actor = #{actor} AND organisation_id = #{organisation} ORDER BY id DESC LIMIT 20")
    List<JobRow> of(@Param("actor") String actor, @Param("organisation") long organisation);

    @Select("SELECT * FROM job WHERE state IN ('QUEUED', 'RUNNING') AND next_at <= UTC_TIMESTAMP(3)"
            + " ORDER BY next_at LIMIT 5")
    List<JobRow> due();

    @Update("UPDATE job SET state = 'RUNNING', claim_no = claim_no + 1, lease_owner = #{owner},"
            + " next_at = DATE_ADD(UTC_TIMESTAMP(3), INTERVAL #{lease} MICROSECOND)"
            + " WHERE id = #{id} AND claim_no = #{claim} AND state IN ('QUEUED', 'RUNNING')"
            + " AND next_at <= UTC_TIMESTAMP(3)")
    int claim(
            @Param("id") long id,
            @Param("claim") int claim,
            @Param("owner") String owner,
            @Param("lease") long leaseMicros);

    @Update("UPDATE job SET done = #{done}, total = #{total},"
            + " next_at = DATE_ADD(UTC_TIMESTAMP(3), INTERVAL #{lease} MICROSECOND)"
            + " WHERE id = #{id} AND claim_no = #{claim} AND state = 'RUNNING'")
    int progress(
            @Param("id") long id,
            @Param("claim") int claim,
            @Param("done") long done,
            @Param("total") long total,
            @Param("lease") long leaseMicros);

    @Update("UPDATE job SET state = #{state}, message = #{message}, done = #{done}, total = #{total},"
            + " file_name = #{name}, file_type = #{type}, ended_at = UTC_TIMESTAMP(3)"
            + " WHERE id = #{id} AND claim_no = #{claim} AND state = 'RUNNING'")
    int end(
            @Param("id") long id,
            @Param("claim") int claim,
            @Param("state") Job.State state,
            @Param("message") String message,
            @Param("done") long done,
            @Param("total") long total,
            @Param("name") String fileName,
            @Param("type") String fileType);

    @Select("SELECT * FROM job WHERE ended_at < DATE_SUB(UTC_TIMESTAMP(3), INTERVAL #{hours} HOUR) LIMIT 100")
    List<JobRow> endedBefore(int hours);

    @Delete("DELETE FROM job WHERE id = #{id} AND ended_at IS NOT NULL")
    int forget(long id);
}

package cn.tuanwu.review;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface ReviewBatchRows {
    String IDS = "<foreach collection='ids' item='id' open='(' separator=',' close=')'>#{id}</foreach>";

    @Insert("INSERT INTO review_batch (id, actor, organisation_id, state, verdict, branch_id, reason_code, note,"
            + " created_at) VALUES (#{id}, #{actor}, #{organisationId}, 'DECIDING', #{verdict}, #{branchId},"
            + " #{reasonCode}, #{note}, UTC_TIMESTAMP(3))")
    void insert(ReviewBatchRow row);

    @Insert("<script>INSERT INTO review_batch_line (batch_id, task_id, state) VALUES"
            + "<foreach collection='ids' item='id' separator=','>(#{batch}, #{id}, 'WAITING')</foreach></script>")
    void insertLines(@Param("batch") long batch, @Param("ids") List<Long> tasks);

    @Select("SELECT * FROM review_batch WHERE id = #{id}")
    ReviewBatchRow find(long id);

    @Update("UPDATE review_batch SET state = #{to} WHERE id = #{id} AND state = 'DECIDING'")
    int end(@Param("id") long id, @Param("to") ReviewBatch.State to);

    @Select("SELECT task_id FROM review_batch_line WHERE batch_id = #{batch} AND state = 'WAITING'"
            + " AND task_id > #{after} ORDER BY task_id LIMIT #{most}")
    List<Long> waiting(@Param("batch") long batch, @Param("after") long after, @Param("most") int most);

    /** Of two nodes that decide one line at once, the database lets one; nobody decides what was cancelled. */
    @Update("UPDATE review_batch_line l JOIN review_batch b ON b.id = l.batch_id SET l.state = 'DONE'"
            + " WHERE l.batch_id = #{batch} AND l.task_id = #{task} AND l.state = 'WAITING' AND b.state = 'DECIDING'")
    int take(@Param("batch") long batch, @Param("task") long task);

    @Update("UPDATE review_batch_line SET state = 'REFUSED', code = #{code}, text = #{text}"
            + " WHERE batch_id = #{batch} AND task_id = #{task} AND state = 'WAITING'")
    int refuse(
            @Param("batch") long batch,
            @Param("task") long task,
            @Param("code") String code,
            @Param("text") String text);

    @Select("SELECT state, COUNT(*) AS counted FROM review_batch_line WHERE batch_id = #{batch} GROUP BY state")
    List<Fate> counts(long batch);

    @Select("SELECT l.task_id, l.state, l.code, l.text, r.name FROM review_batch_line l"
            + " JOIN review_task t ON t.id = l.task_id LEFT JOIN registration r ON r.id = t.registration_id"
            + " WHERE l.batch_id = #{batch} AND l.state = 'REFUSED' AND l.task_id > #{after}"
            + " ORDER BY l.task_id LIMIT #{most}")
    List<Fate> refused(@Param("batch") long batch, @Param("after") long after, @Param("most") int most);

    /** Whose reviews were decided. */
    @Select("SELECT DISTINCT t.branch_id FROM review_batch_line l JOIN review_task t ON t.id = l.task_id"
            + " WHERE l.batch_id = #{batch} AND l.state = 'DONE'")
    List<Long> decidedAt(long batch);

    @Select("<script>SELECT COUNT(*) FROM review_task t JOIN organisation o ON o.id = t.branch_id"
            + " WHERE o.path LIKE #{prefix} AND t.id IN " + IDS + "</script>")
    int within(@Param("prefix") String prefix, @Param("ids") List<Long> tasks);

    @Select("SELECT k.id FROM transfer t JOIN review_task k ON k.transfer_id = t.id AND k.state = 'OPEN'"
            + " JOIN organisation o ON o.id = k.branch_id WHERE t.batch_id = #{batch} AND o.path LIKE #{prefix}"
            + " ORDER BY k.id LIMIT #{most}")
    List<Long> startedTogether(@Param("prefix") String prefix, @Param("batch") long batch, @Param("most") int most);

    /** What waits in a subtree and was started together, the longest waiting first. */
    @Select("SELECT t.batch_id, COUNT(*) AS counted, MIN(t.started_name) AS name, MIN(k.opened_at) AS since,"
            + " MIN(f.name) AS from_name, MIN(g.name) AS target_name"
            + " FROM review_task k JOIN organisation o ON o.id = k.branch_id JOIN transfer t ON t.id = k.transfer_id"
            + " JOIN organisation f ON f.id = t.from_branch_id LEFT JOIN organisation g ON g.id = t.target_id"
            + " WHERE k.state = 'OPEN' AND k.kind = 'TRANSFER' AND t.batch_id IS NOT NULL AND o.path LIKE #{prefix}"
            + " GROUP BY t.batch_id ORDER BY since LIMIT #{most}")
    List<Together> groups(@Param("prefix") String prefix, @Param("most") int most);

    class Fate {
        long taskId;
        String name;
        ReviewBatch.LineState state;
        String code;
        String text;
        int counted;
    }

    class Together {
        long batchId;
        int counted;
        String name;
        String fromName;
        String targetName;
        Instant since;
    }
}

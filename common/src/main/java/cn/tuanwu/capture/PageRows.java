package cn.tuanwu.capture;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface PageRows {

    /** 0 when what it came with was taken before. */
    @Insert("INSERT IGNORE INTO capture_page (id, batch_id, origin, in_chat, media_id, state, sent_at, sent_no, place,"
            + " slot_at, slot_no) VALUES (#{id}, #{batchId}, #{origin}, #{inChat}, #{mediaId}, #{state}, #{sentAt},"
            + " #{sentNo}, #{place}, #{slotAt}, #{slotNo})")
    int insert(PageRow page);

    @Select("SELECT COUNT(*) FROM capture_page WHERE origin = #{origin}")
    int known(byte[] origin);

    @Select("SELECT * FROM capture_page WHERE id = #{id}")
    PageRow find(long id);

    @Select("SELECT * FROM capture_page WHERE batch_id = #{batch} AND state <> 'GONE'"
            + " ORDER BY place IS NULL, place, slot_at, slot_no, id")
    List<PageRow> of(long batch);

    @Select("SELECT COUNT(*) FROM capture_page WHERE batch_id = #{batch} AND state <> 'GONE'")
    int count(long batch);

    @Update("UPDATE capture_page SET state = #{state}, problem = #{problem} WHERE id = #{id} AND state = 'WAITING'")
    int settle(@Param("id") long id, @Param("state") Batch.PageState state, @Param("problem") String problem);

    /** Whether the platform must have forgotten it, by the database's time. */
    @Select("SELECT sent_at < DATE_SUB(UTC_TIMESTAMP(3), INTERVAL #{days} DAY) FROM capture_page WHERE id = #{id}")
    boolean isOlder(@Param("id") long id, @Param("days") int days);

    @Update("UPDATE capture_page SET state = 'GONE' WHERE id = #{id} AND state <> 'GONE'")
    int takeOut(long id);

    @Update("UPDATE capture_page SET state = 'GONE' WHERE batch_id = #{batch} AND state <> 'GONE'")
    int takeAllOut(long batch);

    @Update("UPDATE capture_page SET quarters = (quarters + 1) % 4 WHERE id = #{id}")
    int turn(long id);

    @Update("UPDATE capture_page SET place = #{place} WHERE id = #{id}")
    int place(@Param("id") long id, @Param("place") int place);

    @Update("UPDATE capture_page SET place = #{place}, slot_at = #{at}, slot_no = #{no} WHERE id = #{id}")
    int moveTo(@Param("id") long id, @Param("place") Integer place, @Param("at") Instant at, @Param("no") String no);

    @Update("UPDATE capture_page SET told_at = UTC_TIMESTAMP(3) WHERE id = #{id} AND told_at IS NULL")
    int told(long id);

    /** Whether its picture is still needed. */
    @Select("SELECT COUNT(*) FROM capture_page p JOIN capture_batch b ON b.id = p.batch_id WHERE p.id = #{id}"
            + " AND p.state IN ('WAITING', 'READY') AND b.state IN ('OPEN', 'ASIDE', 'FILING')")
    int lives(long id);

    @Select("SELECT * FROM capture_page WHERE batch_id = #{batch}")
    List<PageRow> all(long batch);

    @Delete("DELETE FROM capture_page WHERE batch_id = #{batch}")
    int delete(long batch);
}

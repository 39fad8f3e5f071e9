package cn.tuanwu.capture;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface BatchRows {

    /** A staff member's open batch, made if there is none; locked until the transaction ends. */
    @Insert("INSERT INTO capture_batch (id, staff_id, state, open_staff, touched_at)"
            + " VALUES (#{id}, #{staff}, 'OPEN', #{staff}, UTC_TIMESTAMP(3))"
            + " ON DUPLICATE KEY UPDATE touched_at = UTC_TIMESTAMP(3)")
    void open(@Param("id") long id, @Param("staff") long staff);

    @Select("SELECT * FROM capture_batch WHERE open_staff = #{staff}")
    BatchRow ofStaff(long staff);

    @Select("SELECT * FROM capture_batch WHERE id = #{id}")
    BatchRow find(long id);

    @Select("SELECT * FROM capture_batch WHERE staff_id = #{staff} AND state IN ('OPEN', 'ASIDE', 'FILING')"
            + " ORDER BY id DESC LIMIT 20")
    List<BatchRow> unfinished(long staff);

    /** Locks it as well: whatever else concerns it waits for the end of the transaction. */
    @Update("UPDATE capture_batch SET touched_at = UTC_TIMESTAMP(3)"
            + " WHERE id = #{id} AND staff_id = #{staff} AND state IN ('OPEN', 'ASIDE')")
    int touch(@Param("id") long id, @Param("staff") long staff);

    @Update("UPDATE capture_batch SET registration_id = #{registration}, problem = NULL, problem_code = NULL"
            + " WHERE id = #{id} AND state IN ('OPEN', 'ASIDE')")
    int choose(@Param("id") long id, @Param("registration") Long registration);

    @Update("UPDATE capture_batch SET state = 'ASIDE', open_staff = NULL WHERE id = #{id} AND state = 'OPEN'")
    int setAside(long id);

    @Update("UPDATE capture_batch SET state = 'DROPPED', open_staff = NULL, touched_at = UTC_TIMESTAMP(3)"
            + " WHERE id = #{id} AND state IN ('OPEN', 'ASIDE')")
    int drop(long id);

    @Update("UPDATE capture_batch SET round_no = #{round} + 1"
            + " WHERE id = #{id} AND round_no = #{round} AND state IN ('OPEN', 'ASIDE')")
    int asked(@Param("id") long id, @Param("round") int round);

    @Select("SELECT TIMESTAMPDIFF(MICROSECOND, touched_at, UTC_TIMESTAMP(3)) FROM capture_batch WHERE id = #{id}")
    long restingMicros(long id);

    @Update("UPDATE capture_batch SET state = 'FILING', open_staff = NULL, source = #{source}, filings = filings + 1,"
            + " problem = NULL, problem_code = NULL WHERE id = #{id} AND state IN ('OPEN', 'ASIDE')"
            + " AND registration_id IS NOT NULL")
    int filing(@Param("id") long id, @Param("source") String source);

    @Update("UPDATE capture_batch SET state = 'FILED', form_id = #{form}, touched_at = UTC_TIMESTAMP(3)"
            + " WHERE id = #{id} AND state = 'FILING'")
    int filed(@Param("id") long id, @Param("form") Long form);

    /** Takes new pictures again; breaks the key when another batch does so meanwhile. */
    @Update("UPDATE capture_batch SET state = 'OPEN', open_staff = staff_id, problem_code = #{code},"
            + " problem = #{problem}, touched_at = UTC_TIMESTAMP(3) WHERE id = #{id} AND state = 'FILING'")
    int reopen(@Param("id") long id, @Param("code") String code, @Param("problem") String problem);

    @Update("UPDATE capture_batch SET state = 'ASIDE', problem_code = #{code}, problem = #{problem},"
            + " touched_at = UTC_TIMESTAMP(3) WHERE id = #{id} AND state = 'FILING'")
    int keepAside(@Param("id") long id, @Param("code") String code, @Param("problem") String problem);

    @Select("SELECT id FROM capture_batch WHERE state IN ('OPEN', 'ASIDE')"
            + " AND touched_at < DATE_SUB(UTC_TIMESTAMP(3), INTERVAL #{days} DAY) ORDER BY touched_at LIMIT 100")
    List<Long> forgotten(int days);

    @Select("SELECT id FROM capture_batch WHERE state IN ('FILED', 'DROPPED')"
            + " AND touched_at < DATE_SUB(UTC_TIMESTAMP(3), INTERVAL #{days} DAY) ORDER BY touched_at LIMIT 100")
    List<Long> over(int days);

    @Select("SELECT id FROM capture_batch WHERE registration_id = #{registration}")
    List<Long> of(long registration);

    @Select("SELECT * FROM capture_batch WHERE registration_id = #{registration} AND state <> 'FILED' ORDER BY id")
    List<BatchRow> unfiledOf(long registration);

    @Delete("DELETE FROM capture_batch WHERE id = #{id}")
    void erase(long id);

    @Delete("DELETE FROM capture_batch WHERE id = #{id} AND state IN ('FILED', 'DROPPED')")
    int delete(long id);
}

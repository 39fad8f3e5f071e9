package cn.tuanwu.registration;

import java.time.Instant;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Update;

@Mapper
interface DepartureRows {

    /** Of a member or of who left, and only as it was read. */
    @Update("UPDATE registration SET leaving = 1, version = version + 1 WHERE id = #{id} AND version = #{version}"
            + " AND leaving = 0 AND state IN ('APPROVED', 'EDIT_PENDING', 'EDIT_RETURNED', 'LEFT_AT_28',"
            + " 'LEFT_VOLUNTARILY', 'LEFT_OUTSIDE')")
    int begin(@Param("id") long id, @Param("version") int version);

    @Update("UPDATE registration SET leaving = 0, version = version + 1 WHERE id = #{id} AND leaving = 1")
    int release(long id);

    /** Only of a member who is nowhere on the way. */
    @Update("UPDATE registration SET state = #{to}, leaving = 0, left_at = #{now}, version = version + 1"
            + " WHERE id = #{id} AND held = 0 AND transferring = 0"
            + " AND state IN ('APPROVED', 'EDIT_PENDING', 'EDIT_RETURNED')")
    int leave(@Param("id") long id, @Param("to") Registration.State to, @Param("now") Instant now);

    @Update("UPDATE registration SET state = 'APPROVED', leaving = 0, left_at = NULL, branch_id = #{branch},"
            + " version = version + 1 WHERE id = #{id} AND state IN ('LEFT_AT_28', 'LEFT_VOLUNTARILY',"
            + " 'LEFT_OUTSIDE')")
    int comeBack(@Param("id") long id, @Param("branch") long branch);

    @Delete("DELETE FROM member WHERE registration_id = #{id}")
    int dismiss(long id);
}

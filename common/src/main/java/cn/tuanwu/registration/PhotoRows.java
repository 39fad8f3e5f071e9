package cn.tuanwu.registration;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface PhotoRows {

    @Insert("INSERT INTO evidence_photo (id, account_id, created_at) VALUES (#{id}, #{account}, #{at})")
    void insert(@Param("id") long id, @Param("account") long account, @Param("at") Instant at);

    @Update("UPDATE evidence_photo SET edit_id = #{edit}"
            + " WHERE id = #{id} AND account_id = #{account} AND edit_id IS NULL"
            + " AND transfer_id IS NULL")
    int attach(@Param("id") long id, @Param("account") long account, @Param("edit") long edit);

    @Select("SELECT id FROM evidence_photo WHERE edit_id = #{edit} ORDER BY id")
    List<Long> of(long edit);

    @Update("UPDATE evidence_photo SET transfer_id = #{transfer}"
            + " WHERE id = #{id} AND account_id = #{account} AND edit_id IS NULL AND transfer_id IS NULL")
    int attachToAppeal(@Param("id") long id, @Param("account") long account, @Param("transfer") long transfer);

    @Select("SELECT id FROM evidence_photo WHERE transfer_id = #{transfer} ORDER BY id")
    List<Long> ofAppeal(long transfer);

    @Select("SELECT COUNT(*) FROM evidence_photo WHERE account_id = #{account} AND edit_id IS NULL"
            + " AND transfer_id IS NULL")
    int loose(long account);

    @Select("SELECT id FROM evidence_photo WHERE edit_id IS NULL AND transfer_id IS NULL AND created_at < #{before}"
            + " ORDER BY id LIMIT #{most}")
    List<Long> looseBefore(@Param("before") Instant before, @Param("most") int most);

    @Delete("DELETE FROM evidence_photo WHERE id = #{id} AND edit_id IS NULL AND transfer_id IS NULL")
    void forget(long id);
}

package cn.tuanwu.registration;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Update;

@Mapper
interface ErasureRows {

    @Insert(
            "INSERT INTO registration_tombstone (id, number, branch_id, join_month, end_month, document_blind, ended_at,"
                    + " ended_by, reason) VALUES (#{id}, #{number}, #{branchId}, #{joinMonth}, #{endMonth}, #{documentBlind},"
                    + " #{endedAt}, #{endedBy}, #{reason})")
    void bury(TombstoneRow stone);

    /** A picture without a change is swept, with its file; that long ago it belongs to no change that comes. */
    @Update("UPDATE evidence_photo p JOIN registration_edit e ON e.id = p.edit_id"
            + " SET p.edit_id = NULL, p.created_at = '2000-01-01' WHERE e.registration_id = #{registration}")
    int loosenEvidence(long registration);

    @Update("UPDATE offline_photo p JOIN offline_pass o ON o.id = p.pass_id"
            + " SET p.pass_id = NULL, p.created_at = '2000-01-01' WHERE o.registration_id = #{registration}")
    int loosenOffline(long registration);

    @Delete("DELETE FROM registration_edit WHERE registration_id = #{registration}")
    int forgetEdits(long registration);

    @Delete("DELETE FROM offline_pass WHERE registration_id = #{registration}")
    int forgetPasses(long registration);

    @Delete("DELETE FROM registration WHERE id = #{id}")
    int erase(long id);
}

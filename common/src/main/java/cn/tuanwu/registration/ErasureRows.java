package cn.tuanwu.registration;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface ErasureRows {

    @Insert(
            "INSERT INTO registration_tombstone (id, number, branch_id, join_month, end_month, document_blind, ended_at,"
                    + " ended_by, reason) VALUES (#{id}, #{number}, #{branchId}, #{joinMonth}, #{endMonth}, #{documentBlind},"
                    + " #{endedAt}, #{endedBy}, #{reason})")
    void bury(TombstoneRow stone);
}

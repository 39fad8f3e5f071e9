package cn.tuanwu.transfer;

import java.time.Instant;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface LetterRows {
    @Insert("INSERT INTO transfer_letter (transfer_id, registration_id, code, state, facts_sealed, issued_on, until_on)"
            + " VALUES (#{transferId}, #{registrationId}, #{code}, 'ISSUED', #{factsSealed}, #{issuedOn}, #{untilOn})")
    void insert(LetterRow row);

    @Select("SELECT * FROM transfer_letter WHERE transfer_id = #{transfer}")
    LetterRow find(long transfer);

    @Select("SELECT * FROM transfer_letter WHERE code = #{code}")
    LetterRow byCode(String code);

    @Update("UPDATE transfer_letter SET state = 'ARRIVED', arrived_at = #{now}, confirmed_name = #{by}"
            + " WHERE transfer_id = #{transfer} AND state = 'ISSUED'")
    int arrived(@Param("transfer") long transfer, @Param("now") Instant now, @Param("by") String by);

    /** What leads somebody nowhere any more. */
    @Update("UPDATE transfer_letter SET state = 'VOID' WHERE registration_id = #{registration} AND state = 'ISSUED'")
    int annul(long registration);
}

package cn.tuanwu.registration;

import java.time.Instant;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface RegistrationRows {
    String PROFILE = " branch_id = #{branchId}, name = #{name}, document_kind = #{documentKind},"
            + " document_sealed = #{documentSealed}, document_blind = #{documentBlind}, birth_date = #{birthDate},"
            + " gender = #{gender}, join_month = #{joinMonth}, join_age_note = #{joinAgeNote},"
            + " member_number = #{memberNumber}, income = #{income}, cadre = #{cadre}, duty = #{duty},"
            + " duty_since = #{dutySince}, duty_kind = #{dutyKind}, party_committee = #{partyCommittee},"
            + " ethnicity = #{ethnicity}, political = #{political}, full_time_education = #{fullTimeEducation},"
            + " highest_education = #{highestEducation}, household = #{household}, join_unit = #{joinUnit},"
            + " occupation = #{occupation}, unit = #{unit}, email = #{email}, qq = #{qq}, wechat = #{wechat},"
            + " weibo = #{weibo}, party_join_month = #{partyJoinMonth}, volunteer_month = #{volunteerMonth},"
            + " realname_id = #{realnameId}";

    @Select("SELECT * FROM registration WHERE id = #{id}")
    RegistrationRow find(long id);

    @Select("SELECT * FROM registration WHERE account_id = #{account}")
    RegistrationRow byAccount(long account);

    @Select("SELECT account_id FROM registration WHERE live_document = #{document}")
    Long accountWithDocument(byte[] document);

    @Insert("INSERT INTO registration (id, account_id, state, created_at)"
            + " VALUES (#{id}, #{account}, 'DRAFT', UTC_TIMESTAMP(3)) ON DUPLICATE KEY UPDATE account_id = account_id")
    void open(@Param("id") long id, @Param("account") long account);

    @Update("UPDATE registration SET draft_sealed = #{draft}"
            + " WHERE id = #{id} AND state IN ('DRAFT', 'RETURNED', 'WITHDRAWN')")
    int saveDraft(@Param("id") long id, @Param("draft") byte[] draft);

    @Update("UPDATE registration SET state = 'PENDING', version = version + 1, draft_sealed = #{draftSealed},"
            + PROFILE + ", submitted_at = #{submittedAt},"
            + " decided_at = NULL, decided_by = NULL, return_code = NULL, return_reason = NULL"
            + " WHERE id = #{id} AND version = #{version} AND state IN ('DRAFT', 'RETURNED', 'WITHDRAWN')")
    int submit(RegistrationRow row);

    @Update("UPDATE registration SET state = 'WITHDRAWN', version = version + 1"
            + " WHERE id = #{id} AND state = 'PENDING' AND version = #{version}")
    int withdraw(@Param("id") long id, @Param("version") int version);

    @Update("UPDATE registration SET state = 'APPROVED', version = version + 1, decided_at = #{now},"
            + " decided_by = #{by}, draft_sealed = NULL"
            + " WHERE id = #{id} AND state = 'PENDING' AND version = #{version}")
    int approve(@Param("id") long id, @Param("version") int version, @Param("by") String by, @Param("now") Instant now);

    @Update("UPDATE registration SET realname_id = #{check} WHERE id = #{id} AND state = 'PENDING'")
    int passOffline(@Param("id") long id, @Param("check") long check);

    @Update("UPDATE registration SET state = 'RETURNED', version = version + 1, decided_at = #{now},"
            + " decided_by = #{by}, return_code = #{code}, return_reason = #{reason}"
            + " WHERE id = #{id} AND state = 'PENDING' AND version = #{version}")
    int sendBack(
            @Param("id") long id,
            @Param("version") int version,
            @Param("by") String by,
            @Param("now") Instant now,
            @Param("code") String code,
            @Param("reason") String reason);

    /** Only of an approved one, and only as it was read. */
    @Update("UPDATE registration SET version = version + 1," + PROFILE
            + " WHERE id = #{id} AND version = #{version} AND state IN ('APPROVED', 'EDIT_PENDING', 'EDIT_RETURNED')")
    int amend(RegistrationRow row);

    @Update("UPDATE registration SET state = #{to}, version = version + 1"
            + " WHERE id = #{id} AND version = #{version} AND state = #{from}")
    int move(
            @Param("id") long id,
            @Param("version") int version,
            @Param("from") Registration.State from,
            @Param("to") Registration.State to);

    @Update("UPDATE member SET branch_id = #{branch} WHERE registration_id = #{id}")
    int moveMember(@Param("id") long id, @Param("branch") long branch);

    @Insert("INSERT INTO member (id, registration_id, account_id, branch_id, joined_at)"
            + " SELECT #{memberId}, id, account_id, branch_id, #{now} FROM registration WHERE id = #{id}")
    int admit(@Param("memberId") long memberId, @Param("id") long id, @Param("now") Instant now);

    @Select("SELECT * FROM registration WHERE live_document = #{document}")
    RegistrationRow withDocument(byte[] document);

    @Update("UPDATE registration SET held = 1, version = version + 1 WHERE id = #{id} AND version = #{version}"
            + " AND held = 0 AND leaving = 0 AND state IN ('PENDING', 'APPROVED', 'EDIT_PENDING', 'EDIT_RETURNED')")
    int hold(@Param("id") long id, @Param("version") int version);

    @Update("UPDATE registration SET held = 0, version = version + 1 WHERE id = #{id} AND held = 1")
    int release(long id);

    /** Only of a member with nothing else under way, and only as it was read. */
    @Update("UPDATE registration SET transferring = 1, version = version + 1 WHERE id = #{id} AND version = #{version}"
            + " AND held = 0 AND transferring = 0 AND leaving = 0 AND state IN ('APPROVED', 'EDIT_RETURNED')")
    int beginTransfer(@Param("id") long id, @Param("version") int version);

    @Update("UPDATE registration SET transferring = 0, version = version + 1 WHERE id = #{id} AND transferring = 1")
    int endTransfer(long id);

    @Update("UPDATE registration SET branch_id = #{branch}, transferring = 0, version = version + 1"
            + " WHERE id = #{id} AND transferring = 1")
    int relocate(@Param("id") long id, @Param("branch") long branch);

    @Select("SELECT * FROM registration WHERE id = #{id} FOR UPDATE")
    RegistrationRow lock(long id);

    /** A request to be erased is open; nothing else begins. Only as it was read. */
    @Update("UPDATE registration SET erasing = 1, version = version + 1 WHERE id = #{id} AND version = #{version}"
            + " AND erasing = 0 AND held = 0 AND transferring = 0 AND leaving = 0")
    int beginErasing(@Param("id") long id, @Param("version") int version);

    @Update("UPDATE registration SET erasing = 0, version = version + 1 WHERE id = #{id} AND erasing = 1")
    int endErasing(long id);

    @Select("SELECT COUNT(*) FROM registration WHERE realname_id = #{check}")
    int naming(long check);
}

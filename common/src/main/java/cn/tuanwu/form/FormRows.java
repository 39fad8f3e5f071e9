package cn.tuanwu.form;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface FormRows {
    String COLUMNS = "SELECT f.id, f.registration_id, r.branch_id, f.state, f.edition, f.pages, f.bytes, f.source,"
            + " f.original_hash, f.content_hash, f.filed_by, f.filed_name, f.filed_at, f.decided_name, f.decided_at,"
            + " f.reason FROM form f JOIN registration r ON r.id = f.registration_id ";

    @Select("SELECT id, branch_id, state, name FROM registration WHERE id = #{registration}")
    MemberRow member(long registration);

    /** Moves of one member's forms happen one after the other. */
    @Select("SELECT id, branch_id, state, name FROM registration WHERE id = #{registration} FOR UPDATE")
    MemberRow lock(long registration);

    @Select("SELECT r.id, r.branch_id, r.state, r.name FROM registration r JOIN account a ON a.id = r.account_id"
            + " WHERE a.phone_blind = #{phone}")
    MemberRow byPhone(byte[] phone);

    @Insert("INSERT INTO form (id, registration_id, state, pages, bytes, source, original_hash, content_hash, filed_by,"
            + " filed_name, filed_at) VALUES (#{id}, #{registrationId}, 'STORING', #{pages}, #{bytes}, #{source},"
            + " #{originalHash}, #{contentHash}, #{filedBy}, #{filedName}, #{filedAt})")
    void insert(FormRow row);

    @Select(COLUMNS + "WHERE f.id = #{id}")
    FormRow find(long id);

    @Select(COLUMNS + "WHERE f.registration_id = #{registration} AND f.state <> 'STORING' ORDER BY f.edition DESC")
    List<FormRow> history(long registration);

    @Select(COLUMNS + "WHERE f.formal_of = #{registration}")
    FormRow formalOf(long registration);

    @Select(COLUMNS + "WHERE f.waiting_of = #{registration}")
    FormRow waitingOf(long registration);

    @Select("SELECT id FROM form WHERE waiting_of = #{registration}")
    Long waitingId(long registration);

    /** What it is, or was, to replace. */
    @Select(COLUMNS + "WHERE f.registration_id = #{row.registrationId} AND f.state IN ('FORMAL', 'REPLACED')"
            + " AND f.edition < #{row.edition} ORDER BY f.edition DESC LIMIT 1")
    FormRow before(@Param("row") FormRow row);

    /** Whose form in force has one of these bytes. */
    @Select("SELECT registration_id FROM form WHERE live_original = #{row.originalHash}"
            + " UNION SELECT registration_id FROM form WHERE live_content = #{row.contentHash}")
    List<Long> holders(@Param("row") FormRow row);

    /** The last step of filing: the file is there. */
    @Update(
            "UPDATE form SET state = #{state}, edition = (SELECT last FROM (SELECT COALESCE(MAX(edition), 0) + 1 AS last"
                    + " FROM form WHERE registration_id = #{registration}) AS numbered)"
                    + " WHERE id = #{id} AND registration_id = #{registration} AND state = 'STORING'")
    int settle(@Param("id") long id, @Param("registration") long registration, @Param("state") Form.State state);

    @Update("UPDATE form SET state = #{to}, decided_name = #{by}, decided_at = #{now}, reason = #{reason}"
            + " WHERE id = #{id} AND state = 'WAITING'")
    int end(
            @Param("id") long id,
            @Param("to") Form.State to,
            @Param("by") String by,
            @Param("now") Instant now,
            @Param("reason") String reason);

    @Update("UPDATE form SET state = 'REPLACED' WHERE formal_of = #{registration}")
    int replace(long registration);

    /** Of a form that never became one. */
    @Delete("DELETE FROM form WHERE id = #{id} AND state = 'STORING'")
    int discard(long id);

    @Select("SELECT id FROM form WHERE state = 'STORING' AND filed_at < #{before} ORDER BY filed_at LIMIT #{most}")
    List<Long> stranded(@Param("before") Instant before, @Param("most") int most);

    @Select("<script>SELECT id FROM form WHERE id IN"
            + "<foreach collection='ids' item='one' open='(' separator=',' close=')'>#{one}</foreach></script>")
    List<Long> known(@Param("ids") List<Long> ids);

    @Select("SELECT id FROM form WHERE registration_id = #{registration}")
    List<Long> all(long registration);

    @Delete("DELETE FROM form_viewing WHERE form_id = #{form}")
    void forgetViewings(long form);

    @Delete("DELETE FROM form WHERE registration_id = #{registration}")
    int forget(long registration);

    @Insert("INSERT INTO form_viewing (form_id, actor, opened_at) VALUES (#{form}, #{actor}, #{stale})"
            + " ON DUPLICATE KEY UPDATE opened_at = opened_at")
    void enter(@Param("form") long form, @Param("actor") String actor, @Param("stale") Instant stale);

    /** @return 0 when it is open already */
    @Update("UPDATE form_viewing SET opened_at = #{now} WHERE form_id = #{form} AND actor = #{actor}"
            + " AND opened_at <= #{stale}")
    int open(
            @Param("form") long form,
            @Param("actor") String actor,
            @Param("now") Instant now,
            @Param("stale") Instant stale);

    @Delete("DELETE FROM form_viewing WHERE opened_at < #{before} LIMIT 1000")
    int sweepViewings(Instant before);
}

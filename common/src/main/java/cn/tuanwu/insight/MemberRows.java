package cn.tuanwu.insight;

import cn.tuanwu.registration.History;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.ConstructorArgs;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/**
 * The list finds ids in one range of one index and only then reads the rows of those few. Which index
 * and which order of tables is said: left to themselves the engines at times read the whole subtree for one page.
 */
@Mapper
interface MemberRows {
    /** Seconds; a search that takes longer is given up, so that it holds no connection others need. */
    int PATIENCE = 3;

    String FROM = " FROM member_line l "
            + "<choose><when test='f.ids == null and f.name != null'>FORCE INDEX (member_line_name)</when>"
            + "<when test='f.ids == null and f.state != null'>FORCE INDEX (member_line_state)</when>"
            + "<otherwise>FORCE INDEX (PRIMARY)</otherwise></choose>"
            + " WHERE l.organisation_id = #{f.organisation}"
            + "<if test='f.state != null'> AND l.state = #{f.state}</if>"
            + "<if test='f.realName != null'> AND l.real_name = #{f.realName}</if>"
            + "<if test='f.education != null'> AND l.education = #{f.education}</if>"
            + "<if test='f.ethnicity != null'> AND l.ethnicity = #{f.ethnicity}</if>"
            + "<if test='f.political != null'> AND l.political = #{f.political}</if>"
            + "<if test='f.joinFrom != null'> AND l.join_month &gt;= #{f.joinFrom}</if>"
            + "<if test='f.joinTo != null'> AND l.join_month &lt;= #{f.joinTo}</if>"
            + "<if test='f.submittedFrom != null'> AND l.submitted_at &gt;= #{f.submittedFrom}</if>"
            + "<if test='f.submittedBefore != null'> AND l.submitted_at &lt; #{f.submittedBefore}</if>"
            + "<if test='f.name != null'> AND l.name LIKE #{f.name}</if>"
            + "<if test='f.ids != null'> AND l.registration_id IN"
            + "<foreach collection='f.ids' item='one' open='(' separator=',' close=')'>#{one}</foreach></if>";

    String COLUMNS =
            "SELECT STRAIGHT_JOIN r.id, r.account_id, r.name, a.phone_sealed, r.document_sealed, r.document_kind, r.birth_date,"
                    + " COALESCE(c.state, 'FAILED') AS real_name, r.full_time_education, r.gender, r.ethnicity, r.occupation,"
                    + " r.political, r.join_month, r.member_number, r.created_at, r.submitted_at, r.decided_at, r.decided_by,"
                    + " r.state, r.branch_id, o.name AS branch_name, r.unit, r.return_reason";

    String JOINED = " JOIN registration r ON r.id = k.registration_id JOIN account a ON a.id = r.account_id"
            + " JOIN organisation o ON o.id = r.branch_id LEFT JOIN realname_check c ON c.id = r.realname_id";

    /** From the newest down, below {@code after} when given. */
    @Select("<script>" + COLUMNS + " FROM (SELECT l.registration_id" + FROM
            + "<if test='after != null'> AND l.registration_id &lt; #{after}</if>"
            + " ORDER BY l.registration_id DESC LIMIT #{most}) k" + JOINED
            + " ORDER BY k.registration_id DESC</script>")
    @Options(timeout = PATIENCE)
    List<MemberRow> down(@Param("f") Found filter, @Param("after") Long after, @Param("most") int most);

    /** From the oldest up, above {@code before} when given. */
    @Select("<script>" + COLUMNS + " FROM (SELECT l.registration_id" + FROM
            + "<if test='before != null'> AND l.registration_id &gt; #{before}</if>"
            + " ORDER BY l.registration_id LIMIT #{most}) k" + JOINED + " ORDER BY k.registration_id DESC</script>")
    @Options(timeout = PATIENCE)
    List<MemberRow> up(@Param("f") Found filter, @Param("before") Long before, @Param("most") int most);

    @Select("<script>SELECT COUNT(*) FROM (SELECT l.registration_id" + FROM + " LIMIT #{most}) k</script>")
    @Options(timeout = PATIENCE)
    long countUpTo(@Param("f") Found filter, @Param("most") int most);

    @Select("<script>SELECT COALESCE(SUM(members), 0) FROM member_count WHERE organisation_id = #{organisation}"
            + "<if test='state != null'> AND state = #{state}</if></script>")
    long counted(@Param("organisation") long organisation, @Param("state") String state);

    @Select(COLUMNS + " FROM (SELECT registration_id FROM member_line WHERE organisation_id = #{organisation}"
            + " AND registration_id = #{id}) k" + JOINED)
    MemberRow find(@Param("organisation") long organisation, @Param("id") long id);

    @Select("SELECT r.id FROM registration r JOIN account a ON a.id = r.account_id WHERE a.phone_blind = #{phone}")
    List<Long> byPhone(byte[] phone);

    @Select("SELECT id FROM registration WHERE document_blind = #{document}"
            + " UNION SELECT id FROM registration WHERE member_number = #{number} LIMIT 20")
    List<Long> byNumber(@Param("document") byte[] document, @Param("number") String number);

    @Select("SELECT happened_at, what, who, note FROM registration_step WHERE registration_id = #{id}"
            + " ORDER BY id DESC LIMIT 50")
    @ConstructorArgs({
        @Arg(column = "happened_at", javaType = Instant.class),
        @Arg(column = "what", javaType = History.What.class),
        @Arg(column = "who", javaType = String.class),
        @Arg(column = "note", javaType = String.class)
    })
    List<History.Step> steps(long id);

    @Insert("INSERT INTO reveal_count (actor, day, used) VALUES (#{actor}, #{day}, 0)"
            + " ON DUPLICATE KEY UPDATE used = used")
    void openDay(@Param("actor") String actor, @Param("day") LocalDate day);

    @Update("UPDATE reveal_count SET used = used + 1 WHERE actor = #{actor} AND day = #{day} AND used < #{most}")
    int useOne(@Param("actor") String actor, @Param("day") LocalDate day, @Param("most") int most);
}

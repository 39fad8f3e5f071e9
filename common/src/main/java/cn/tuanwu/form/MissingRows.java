package cn.tuanwu.form;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** Lists find ids in one range of one index, by deadline, and only then read the rows of those few. */
@Mapper
interface MissingRows {
    /** Seconds. */
    int PATIENCE = 3;

    String COLUMNS =
            "SELECT STRAIGHT_JOIN k.registration_id, r.account_id, r.branch_id, r.name, a.phone_sealed, k.state,"
                    + " k.due, r.decided_at";
    String JOINED = " JOIN registration r ON r.id = k.registration_id JOIN account a ON a.id = r.account_id";

    @Select("<script>" + COLUMNS + " FROM (SELECT l.registration_id, l.state, l.due FROM form_line l"
            + "<choose><when test='name != null'> FORCE INDEX (form_line_name)</when>"
            + "<otherwise> FORCE INDEX (form_line_state)</otherwise></choose>"
            + " WHERE l.organisation_id = #{organisation} AND l.state = #{state}"
            + " AND l.due &gt;= #{from} AND l.due &lt;= #{to}"
            + "<if test='name != null'> AND l.name LIKE #{name}</if>"
            + " AND (l.due &gt; #{due} OR l.due = #{due} AND l.registration_id &gt; #{id})"
            + " ORDER BY l.due, l.registration_id LIMIT #{most}) k" + JOINED
            + " ORDER BY k.due, k.registration_id</script>")
    @Options(timeout = PATIENCE)
    List<MissingRow> list(Range range);

    /** A few of one organisation, whatever their standing, by name or phone. */
    @Select("<script>" + COLUMNS + " FROM (SELECT l.registration_id, l.state, l.due FROM form_line l"
            + " WHERE l.organisation_id = #{organisation}"
            + "<if test='name != null'> AND l.name LIKE #{name}</if>"
            + "<if test='account != null'> AND l.registration_id IN"
            + " (SELECT r.id FROM registration r WHERE r.account_id = #{account})</if>"
            + " ORDER BY l.name, l.registration_id LIMIT #{most}) k" + JOINED + "</script>")
    @Options(timeout = PATIENCE)
    List<MissingRow> search(
            @Param("organisation") long organisation,
            @Param("name") String name,
            @Param("account") Long account,
            @Param("most") int most);

    @Select("SELECT id FROM account WHERE phone_blind = #{phone}")
    Long account(byte[] phone);

    /** By organisation and standing; what is missing is told apart by whether its day is over. */
    @Select("<script>SELECT organisation_id, state, CASE WHEN state = 'MISSING' AND due &lt; #{today} THEN #{past}"
            + " ELSE #{never} END AS due, SUM(members) AS members FROM form_count WHERE organisation_id IN"
            + "<foreach collection='ids' item='one' open='(' separator=',' close=')'>#{one}</foreach>"
            + " GROUP BY 1, 2, 3</script>")
    List<CountRow> counts(
            @Param("ids") List<Long> organisations,
            @Param("today") LocalDate today,
            @Param("past") LocalDate past,
            @Param("never") LocalDate never);

    /**
     * @param due with {@code id}: the last one of the page before
     * @param name its beginning, or null
     */
    record Range(
            long organisation,
            LineRow.Standing state,
            LocalDate from,
            LocalDate to,
            String name,
            LocalDate due,
            long id,
            int most) {}
}

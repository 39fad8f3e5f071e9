package cn.tuanwu.ceremony;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** Lists find ids in one range of one index, by month, and only then read the rows of those few. */
@Mapper
interface CandidateRows {
    String COLUMNS = "SELECT STRAIGHT_JOIN k.registration_id, r.account_id, r.branch_id, r.name, a.phone_sealed,"
            + " k.join_month, k.taken";
    String JOINED = " JOIN registration r ON r.id = k.registration_id JOIN account a ON a.id = r.account_id";

    /** Who did not take the oath; who joined last, first. */
    @Select(COLUMNS + " FROM (SELECT l.registration_id, l.join_month, l.taken FROM oath_line l"
            + " FORCE INDEX (oath_line_month) WHERE l.organisation_id = #{organisation} AND l.taken = 0"
            + " AND l.join_month >= #{from} AND l.join_month <= #{to}"
            + " AND (l.join_month < #{month} OR l.join_month = #{month} AND l.registration_id < #{id})"
            + " ORDER BY l.join_month DESC, l.registration_id DESC LIMIT #{most}) k" + JOINED
            + " ORDER BY k.join_month DESC, k.registration_id DESC")
    @Options(timeout = CeremonyRows.PATIENCE)
    List<CandidateRow> missing(Range range);

    /** A few of one organisation, whether or not they took it, by name or phone. */
    @Select("<script>" + COLUMNS + " FROM (SELECT l.registration_id, l.join_month, l.taken FROM oath_line l"
            + " WHERE l.organisation_id = #{organisation}"
            + "<if test='name != null'> AND l.name LIKE #{name}</if>"
            + "<if test='account != null'> AND l.registration_id IN"
            + " (SELECT r.id FROM registration r WHERE r.account_id = #{account})</if>"
            + " ORDER BY l.name, l.registration_id LIMIT #{most}) k" + JOINED + "</script>")
    @Options(timeout = CeremonyRows.PATIENCE)
    List<CandidateRow> search(
            @Param("organisation") long organisation,
            @Param("name") String name,
            @Param("account") Long account,
            @Param("most") int most);

    @Select("SELECT id FROM account WHERE phone_blind = #{phone}")
    Long account(byte[] phone);

    /** By organisation. */
    @Select("<script>SELECT organisation_id, join_year, taken, SUM(members) AS members FROM oath_count"
            + " WHERE organisation_id IN " + OathRows.AMONG + " AND join_year = #{year}"
            + " GROUP BY organisation_id, join_year, taken</script>")
    List<OathCountRow> counts(@Param("ids") List<Long> organisations, @Param("year") String year);

    /** @param month with {@code id}: the last one of the page before */
    record Range(long organisation, String from, String to, String month, long id, int most) {}
}

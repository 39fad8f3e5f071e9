package cn.tuanwu.transfer;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** Reads pages of lines: each range of one index gives its first few, and of those the first few are the page. */
@Mapper
interface PassageRows {
    /** Seconds. */
    int PATIENCE = 3;

    String BETWEEN = " AND l.started_at &gt;= #{range.from} AND l.started_at &lt; #{range.to}"
            + " AND (l.started_at &lt; #{range.at} OR l.started_at = #{range.at} AND l.transfer_id &lt; #{range.id})"
            + " ORDER BY l.started_at DESC, l.transfer_id DESC LIMIT #{range.most})";
    String NEWEST = ") k ORDER BY started_at DESC, transfer_id DESC LIMIT #{range.most}</script>";

    @Select("<script>SELECT started_at, transfer_id FROM ("
            + "<foreach collection='range.places' item='place' separator=' UNION '>"
            + "<foreach collection='range.directions' item='direction' separator=' UNION '>"
            + "<foreach collection='range.phases' item='phase' separator=' UNION '>"
            + "(SELECT l.started_at, l.transfer_id FROM transfer_line l FORCE INDEX (transfer_line_phase)"
            + " WHERE l.organisation_id = #{place} AND l.direction = #{direction} AND l.phase = #{phase}" + BETWEEN
            + "</foreach></foreach></foreach>" + NEWEST)
    @Options(timeout = PATIENCE)
    List<LineRow> list(@Param("range") Range range);

    @Select("<script>SELECT started_at, transfer_id FROM ("
            + "<foreach collection='range.places' item='place' separator=' UNION '>"
            + "(SELECT l.started_at, l.transfer_id FROM transfer_line l FORCE INDEX (transfer_line_name)"
            + " WHERE l.organisation_id = #{place} AND l.name_blind = #{name}" + WANTED + BETWEEN
            + "</foreach>" + NEWEST)
    @Options(timeout = PATIENCE)
    List<LineRow> named(@Param("range") Range range, @Param("name") byte[] name);

    /** Who only takes does not learn whose number it is before it is done. */
    @Select("<script>SELECT started_at, transfer_id FROM ("
            + "<foreach collection='range.places' item='place' separator=' UNION '>"
            + "(SELECT l.started_at, l.transfer_id FROM account a JOIN registration r ON r.account_id = a.id"
            + " JOIN transfer t ON t.registration_id = r.id"
            + " JOIN transfer_line l ON l.organisation_id = #{place} AND l.transfer_id = t.id"
            + " WHERE a.phone_blind = #{phone} AND (l.direction &lt;&gt; 'IN' OR l.phase = 'DONE')"
            + "<if test='name != null'> AND l.name_blind = #{name}</if>" + WANTED + BETWEEN + "</foreach>" + NEWEST)
    @Options(timeout = PATIENCE)
    List<LineRow> called(@Param("range") Range range, @Param("phone") byte[] phone, @Param("name") byte[] name);

    String WANTED = " AND l.direction IN <foreach collection='range.directions' item='direction' open='(' separator=','"
            + " close=')'>#{direction}</foreach> AND l.phase IN"
            + " <foreach collection='range.phases' item='phase' open='(' separator=',' close=')'>#{phase}</foreach>";

    /**
     * @param from with {@code to}: when it was started
     * @param at with {@code id}: the last one of the page before
     */
    record Range(
            List<Long> places,
            List<PassageDesk.Direction> directions,
            List<LineRow.Phase> phases,
            Instant from,
            Instant to,
            Instant at,
            long id,
            int most) {}
}

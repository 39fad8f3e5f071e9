package cn.tuanwu.leaving;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Select;

/** Lists find ids in one range of one index and only then read the rows of those few. */
@Mapper
interface AgeRows {
    /** Seconds. */
    int PATIENCE = 3;

    @Select("SELECT STRAIGHT_JOIN k.registration_id, r.account_id, r.branch_id, r.state, r.name, a.phone_sealed, k.day,"
            + " r.cadre, r.leaving, r.left_at, d.until, d.words_sealed, d.granted_name,"
            + " EXISTS (SELECT 1 FROM staff s JOIN roster x ON x.staff_id = s.id AND x.role IN ('OPERATOR', 'ADMIN')"
            + " WHERE s.account_id = r.account_id) AS serving"
            + " FROM (SELECT l.registration_id, l.day FROM leaving_line l FORCE INDEX (leaving_line_day)"
            + " WHERE l.organisation_id = #{organisation} AND l.standing = #{standing}"
            + " AND l.day >= #{from} AND l.day <= #{to}"
            + " AND (l.day > #{day} OR l.day = #{day} AND l.registration_id > #{id})"
            + " ORDER BY l.day, l.registration_id LIMIT #{most}) k"
            + " JOIN registration r ON r.id = k.registration_id JOIN account a ON a.id = r.account_id"
            + " LEFT JOIN leaving_delay d ON d.registration_id = k.registration_id ORDER BY k.day, k.registration_id")
    @Options(timeout = PATIENCE)
    List<AgeRow> list(Range range);

    /** The newest first. */
    @Select("SELECT STRAIGHT_JOIN k.registration_id, r.account_id, r.branch_id, r.state, r.name, a.phone_sealed, k.day,"
            + " r.cadre, r.leaving, r.left_at, NULL AS until, NULL AS words_sealed, NULL AS granted_name, 0 AS serving"
            + " FROM (SELECT l.registration_id, l.day FROM leaving_line l FORCE INDEX (leaving_line_day)"
            + " WHERE l.organisation_id = #{organisation} AND l.standing = #{standing}"
            + " AND l.day >= #{from} AND l.day <= #{to}"
            + " AND (l.day < #{day} OR l.day = #{day} AND l.registration_id < #{id})"
            + " ORDER BY l.day DESC, l.registration_id DESC LIMIT #{most}) k"
            + " JOIN registration r ON r.id = k.registration_id JOIN account a ON a.id = r.account_id"
            + " ORDER BY k.day DESC, k.registration_id DESC")
    @Options(timeout = PATIENCE)
    List<AgeRow> listDown(Range range);

    /**
     * @param day with {@code id}: the last one of the page before
     */
    record Range(long organisation, String standing, LocalDate from, LocalDate to, LocalDate day, long id, int most) {}
}

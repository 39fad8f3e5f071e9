package cn.tuanwu.graduation;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** Branch by branch, so that a page of a whole province reads the branches it shows and no others. */
@Mapper
interface GraduateRows {
    /** A member's own month counts before the branch's. */
    String LEAVING = " AND r.state IN ('APPROVED', 'EDIT_PENDING', 'EDIT_RETURNED')"
            + " AND (m.kind IS NULL OR m.kind = 'DELAYED') AND COALESCE(m.month, g.month) <= #{f.until}"
            + " AND (#{f.name} IS NULL OR r.name LIKE #{f.name})"
            + " AND (#{f.standing} IS NULL OR (#{f.standing} = 'OPEN') = (t.id IS NOT NULL))"
            + " AND (COALESCE(#{f.standing}, '') <> 'NONE' OR d.id IS NULL)";

    String MARKED = " LEFT JOIN graduation_mark m ON m.registration_id = r.id AND m.branch_id = r.branch_id"
            + " LEFT JOIN transfer t ON t.open_of = r.id"
            // Done, and still here: gone out of the province. Who went elsewhere inside it and is back has none.
            + " LEFT JOIN transfer d ON d.id = (SELECT MAX(x.id) FROM transfer x WHERE x.registration_id = r.id"
            + " AND x.from_branch_id = r.branch_id AND x.state = 'DONE' AND EXISTS (SELECT 1 FROM transfer_letter l"
            + " WHERE l.transfer_id = x.id AND l.state = 'ISSUED'))";

    /** Branches where somebody may graduate, from behind that one on. */
    @Select("SELECT g.branch_id FROM graduation g JOIN organisation o ON o.id = g.branch_id"
            + " WHERE o.path LIKE #{f.prefix} AND g.branch_id >= #{from} AND (g.month <= #{f.until}"
            + " OR EXISTS (SELECT 1 FROM graduation_mark m WHERE m.branch_id = g.branch_id AND m.month <= #{f.until}))"
            + " ORDER BY g.branch_id LIMIT #{most}")
    List<Long> branches(@Param("f") Range range, @Param("from") long from, @Param("most") int most);

    @Select("SELECT r.id, r.name, r.document_sealed, r.branch_id, o.name AS branch_name,"
            + " COALESCE(m.month, g.month) AS month, m.kind AS mark, t.id AS open_id, d.id AS done_id"
            + " FROM registration r JOIN organisation o ON o.id = r.branch_id"
            + " JOIN graduation g ON g.branch_id = r.branch_id" + MARKED
            + " WHERE r.branch_id = #{branch} AND r.id > #{after}" + LEAVING + " ORDER BY r.id LIMIT #{most}")
    List<GraduateRow> members(
            @Param("f") Range range, @Param("branch") long branch, @Param("after") long after, @Param("most") int most);

    /** Not more than so many are counted. */
    @Select("SELECT COUNT(*) FROM (SELECT 1 FROM graduation g JOIN organisation o ON o.id = g.branch_id"
            + " JOIN registration r ON r.branch_id = g.branch_id" + MARKED + " WHERE o.path LIKE #{f.prefix}" + LEAVING
            + " LIMIT #{most}) some")
    int count(@Param("f") Range range, @Param("most") int most);

    /** Who went from a marked branch and is not back, newest first. */
    @Select("SELECT r.id, r.name, r.document_sealed, r.branch_id, o.name AS branch_name, n.path AS branch_path,"
            + " g.month, d.id AS done_id FROM transfer d JOIN organisation o ON o.id = d.from_branch_id"
            + " JOIN graduation g ON g.branch_id = d.from_branch_id JOIN registration r ON r.id = d.registration_id"
            + " JOIN organisation n ON n.id = r.branch_id"
            + " WHERE d.state = 'DONE' AND o.path LIKE #{f.prefix} AND g.month <= #{f.until}"
            + " AND (r.branch_id <> d.from_branch_id OR EXISTS (SELECT 1 FROM transfer_letter l"
            + " WHERE l.transfer_id = d.id AND (l.state = 'ISSUED' OR l.state = 'ARRIVED'"
            + " AND r.state = 'LEFT_OUTSIDE')))"
            + " AND (#{f.name} IS NULL OR r.name LIKE #{f.name}) AND d.id < #{before} ORDER BY d.id DESC LIMIT #{most}")
    List<GraduateRow> gone(@Param("f") Range range, @Param("before") long before, @Param("most") int most);

    /**
     * @param prefix of the paths of the subtree
     * @param name a part of it, or null
     */
    record Range(String prefix, String until, String name, String standing) {}
}

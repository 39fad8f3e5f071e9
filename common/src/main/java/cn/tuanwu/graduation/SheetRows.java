package cn.tuanwu.graduation;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** Finds what the lines of a sheet name. */
@Mapper
interface SheetRows {
    String MEMBERS = "SELECT r.id, r.name, r.document_sealed, r.branch_id FROM registration r"
            + " JOIN organisation o ON o.id = r.branch_id WHERE o.path LIKE #{prefix}"
            + " AND r.state IN ('APPROVED', 'EDIT_PENDING', 'EDIT_RETURNED')";

    @Select(MEMBERS + " AND r.member_number = #{number} LIMIT 2")
    List<GraduateRow> byNumber(@Param("prefix") String prefix, @Param("number") String number);

    @Select(MEMBERS + " AND r.document_blind = #{blind} LIMIT 2")
    List<GraduateRow> byDocument(@Param("prefix") String prefix, @Param("blind") byte[] blind);

    @Select(MEMBERS + " AND r.name = #{name} LIMIT #{most}")
    List<GraduateRow> byName(@Param("prefix") String prefix, @Param("name") String name, @Param("most") int most);

    /** By code or name; with a code at most one. */
    @Select(
            "SELECT id FROM organisation WHERE state = 'OPEN' AND (CONVERT(code USING utf8mb4) = #{typed}"
                    + " OR name = #{typed} OR short_name = #{typed}) ORDER BY CONVERT(code USING utf8mb4) = #{typed} DESC LIMIT 2")
    List<Long> organisations(String typed);
}

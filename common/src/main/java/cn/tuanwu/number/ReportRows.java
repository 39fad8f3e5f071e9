package cn.tuanwu.number;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface ReportRows {
    String SUMS =
            " COALESCE(SUM(p.last_serial - p.first_serial + 1), 0) AS held, COALESCE(SUM(p.touched), 0) AS touched,"
                    + " COALESCE(SUM(p.used), 0) AS used, COALESCE(SUM(p.voided), 0) AS voided"
                    + " FROM organisation o JOIN number_piece p ON p.holder_id = o.id AND p.prefix LIKE #{years}"
                    + " WHERE o.path LIKE CONCAT(#{path}, '%')";

    @Select("SELECT 0 AS organisation_id," + SUMS)
    SumRow of(@Param("path") String path, @Param("years") String years);

    /** The next part of a path behind its parent's is the child the piece counts for. */
    @Select("SELECT CAST(SUBSTRING_INDEX(SUBSTRING(o.path, LENGTH(#{path}) + 1), '/', 1) AS UNSIGNED)"
            + " AS organisation_id," + SUMS + " AND o.path <> #{path} GROUP BY 1")
    List<SumRow> below(@Param("path") String path, @Param("years") String years);
}

package cn.tuanwu.number;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface SegmentRows {
    String COLUMNS = "SELECT id, parent_id, organisation_id, prefix, first_serial, last_serial, allocated_by,"
            + " allocated_at, reclaimed_at FROM number_segment ";

    @Insert("INSERT INTO number_segment (id, parent_id, organisation_id, prefix, first_serial, last_serial,"
            + " allocated_by, allocated_at) VALUES (#{id}, #{parentId}, #{organisationId}, #{prefix}, #{firstSerial},"
            + " #{lastSerial}, #{allocatedBy}, #{allocatedAt})")
    void insert(SegmentRow row);

    @Select(COLUMNS + "WHERE id = #{id}")
    SegmentRow find(long id);

    @Select(COLUMNS + "WHERE organisation_id = #{organisation} ORDER BY id DESC LIMIT 200")
    List<SegmentRow> of(long organisation);

    @Update("UPDATE number_segment SET reclaimed_at = #{now} WHERE id = #{id}")
    int reclaimed(@Param("id") long id, @Param("now") Instant now);

    @Insert("INSERT IGNORE INTO number_prefix (prefix, declared) VALUES (#{prefix}, 0)")
    void prefix(String prefix);

    /** Whoever comes second waits until the first is done. */
    @Update("UPDATE number_prefix SET declared = declared + 1 WHERE prefix = #{prefix}")
    void declare(String prefix);
}

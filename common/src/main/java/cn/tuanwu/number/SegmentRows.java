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
            + " allocated_at, reclaimed_at, given, back FROM number_segment ";

    /** 0 when it is there already. */
    @Insert("INSERT IGNORE INTO number_segment (id, parent_id, organisation_id, prefix, first_serial, last_serial,"
            + " allocated_by, allocated_at) VALUES (#{id}, #{parentId}, #{organisationId}, #{prefix}, #{firstSerial},"
            + " #{lastSerial}, #{allocatedBy}, #{allocatedAt})")
    int insert(SegmentRow row);

    @Select(COLUMNS + "WHERE id = #{id}")
    SegmentRow find(long id);

    /** Newest first, from before {@code before} on. */
    @Select(COLUMNS + "WHERE organisation_id = #{organisation} AND id < #{before} ORDER BY id DESC LIMIT #{limit}")
    List<SegmentRow> of(
            @Param("organisation") long organisation, @Param("before") long before, @Param("limit") int limit);

    @Update("UPDATE number_segment SET given = given + #{numbers} WHERE id = #{id}")
    int given(@Param("id") long id, @Param("numbers") int numbers);

    @Update("UPDATE number_segment SET back = back + #{numbers}, reclaimed_at = #{now} WHERE id = #{id}")
    int reclaimed(@Param("id") long id, @Param("numbers") int numbers, @Param("now") Instant now);

    @Update("UPDATE number_segment SET organisation_id = #{into} WHERE organisation_id = #{from}")
    int handOver(@Param("from") long from, @Param("into") long into);

    @Insert("INSERT IGNORE INTO number_prefix (prefix, declared) VALUES (#{prefix}, 0)")
    void prefix(String prefix);

    /** Whoever comes second waits until the first is done. */
    @Update("UPDATE number_prefix SET declared = declared + 1 WHERE prefix = #{prefix}")
    void declare(String prefix);
}
